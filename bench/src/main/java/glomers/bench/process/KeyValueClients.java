package glomers.bench.process;

import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorBody;
import glomers.protocol.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Clients of a key-value store, each of which writes, reads, and compares and sets a key of its
 * own, in turn. So each knows what it has to read: a wrong answer ends the run. A client of which
 * an operation fails goes on with another key, for nobody knows the value of this one.
 */
final class KeyValueClients {
  private static final long TIMEOUT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final long TICK_MILLIS = 20;

  /** So many operations per client end in any case: on a slow machine, too, all kinds are there. */
  private static final int OPERATIONS_MIN = 4;

  /**
   * What was done in some time.
   *
   * @param micros how long each operation took that was carried out, sorted
   * @param failed how many were refused, or not answered in time
   */
  record Tally(List<Long> micros, int failed) {
    double millis(double quantile) {
      return micros.get((int) (quantile * micros.size())) / 1e3;
    }
  }

  /** A client; busy from {@code since} on, or idle until then. */
  private static final class Client {
    private final String id;
    private final String node;
    private long key;
    private long value;
    private long number;
    private boolean busy;
    private long since;

    Client(String id, String node) {
      this.id = id;
      this.node = node;
    }
  }

  private final RunningCluster cluster;
  private final Map<String, Client> clients = new HashMap<>();
  private List<Long> micros = new ArrayList<>();
  private int failed;
  private long keys;
  private IOException wrong;

  /** So many clients, which ask the nodes of a cluster. */
  KeyValueClients(int count, RunningCluster cluster) {
    this.cluster = cluster;
    List<String> nodes = cluster.ids();
    for (int i = 0; i < count; i++) {
      Client client = new Client("c" + (i + 1), nodes.get(i % nodes.size()));
      client.key = keys++;
      client.since = System.nanoTime();
      clients.put(client.id, client);
    }
  }

  /**
   * Lets them work for a time, and longer where the machine is so slow that hardly any operation
   * ends in it.
   *
   * @throws IOException if a node ends, or answers wrongly
   */
  Tally run(Duration time) throws IOException, InterruptedException {
    take();
    long end = System.nanoTime() + time.toNanos();
    while (goesOn(end)) {
      tick();
      Thread.sleep(TICK_MILLIS);
      cluster.requireAlive();
    }
    return take();
  }

  private synchronized boolean goesOn(long end) {
    boolean isEnough = micros.size() + failed >= OPERATIONS_MIN * clients.size();
    return wrong == null && (System.nanoTime() < end || !isEnough);
  }

  private synchronized Tally take() throws IOException {
    if (wrong != null) {
      throw wrong;
    }
    micros.sort(null);
    Tally tally = new Tally(micros, failed);
    micros = new ArrayList<>();
    failed = 0;
    return tally;
  }

  private synchronized void tick() {
    long now = System.nanoTime();
    for (Client client : clients.values()) {
      if (client.busy && now - client.since > TIMEOUT_NANOS) {
        fail(client, now);
      }
      if (!client.busy && now - client.since >= 0) {
        next(client, now);
      }
    }
  }

  private void fail(Client client, long now) {
    failed++;
    client.key = keys++;
    client.number += 3 - client.number % 3; // begins with a write again
    client.busy = false;
    client.since = now + PAUSE_NANOS;
  }

  private void next(Client client, long now) {
    client.number++;
    client.busy = true;
    client.since = now;
    Body request =
        switch ((int) (client.number % 3)) {
          case 1 -> new LinKv.Write(client.key, ++client.value);
          case 2 -> new LinKv.Read(client.key);
          default -> new LinKv.Cas(client.key, client.value, ++client.value);
        };
    OptionalLong number = OptionalLong.of(client.number);
    cluster.send(
        client.node, Codec.encode(client.id, client.node, request, number, OptionalLong.empty()));
  }

  /** Takes an answer; an old one, of an operation that was given up, is dropped. */
  synchronized void answer(Message message) {
    Client client = clients.get(message.dest());
    if (client == null || !client.busy || message.inReplyTo().orElse(-1) != client.number) {
      return;
    }
    long now = System.nanoTime();
    String type = message.type().orElse("");
    if (type.equals(Codec.typeOf(ErrorBody.class))) {
      fail(client, now);
    } else if (isRight(type, client, message)) {
      micros.add((now - client.since) / 1_000);
      next(client, now);
    } else {
      wrong = new IOException("a wrong answer, " + client.value + " is expected: " + message);
    }
  }

  private static boolean isRight(String type, Client client, Message message) {
    return switch ((int) (client.number % 3)) {
      case 1 -> type.equals("write_ok");
      case 2 ->
          type.equals("read_ok") && Codec.body(message, LinKv.ReadOk.class).value() == client.value;
      default -> type.equals("cas_ok");
    };
  }
}
