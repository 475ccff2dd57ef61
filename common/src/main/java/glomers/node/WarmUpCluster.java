package glomers.node;

import glomers.log.SilentLogger;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.EncodedMessage;
import glomers.protocol.Init;
import glomers.protocol.LineReader;
import glomers.protocol.Message;
import glomers.storage.Disk;
import glomers.storage.NoDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Nodes in memory, in virtual time. Their messages pass through bytes, as those of a process do.
 */
final class WarmUpCluster {
  private static final List<String> IDS = List.of("n0", "n1", "n2");

  /**
   * What a server may cause in one run; more is dropped, for a storm must not hold up the start.
   */
  private static final int EVENTS_MAX = 200;

  private final Map<String, NodeEngine> nodes = new LinkedHashMap<>();
  private final RandomGenerator random = new SplittableRandom(1);
  private final PriorityQueue<Due> timers = new PriorityQueue<>();
  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
  private final LineOutput out = new LineOutput(wire);
  private final Wire written = new Wire();
  private final LineReader in = new LineReader(written, bytes -> {});
  private long nowNanos;
  private long scheduled;
  private int events;

  private record Due(long nanos, long order, Runnable task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      // A Comparator made of lambdas would delay the start: see bench/README.md.
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  WarmUpCluster(Consumer<? super Node> server) throws IOException {
    for (String id : IDS) {
      nodes.put(id, new NodeEngine(new InMemory(), server));
      send("c0", id, Codec.encode(new Init(id, IDS)));
    }
    run(0);
  }

  List<String> ids() {
    return IDS;
  }

  /** The types that a node has handlers of; none if its server could not be constructed. */
  Collection<Class<? extends Body>> handled(String node) {
    return nodes.get(node).handled();
  }

  /** Sends a message from outside. */
  void send(String src, String dest, String body) {
    transmit(Codec.encode(src, dest, body));
  }

  private void transmit(String line) {
    try {
      out.add(line);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory is never closed
    }
  }

  /** Delivers all messages, and runs the timers of this much time. */
  void run(long nanos) throws IOException {
    events = 0;
    long end = nowNanos + nanos;
    deliver();
    while (!timers.isEmpty() && timers.peek().nanos() <= end && events < EVENTS_MAX) {
      Due next = timers.remove();
      nowNanos = next.nanos();
      events++;
      next.task().run();
      deliver();
    }
    nowNanos = end;
  }

  private void deliver() throws IOException {
    out.flush();
    while (written.available() > 0) {
      in.fill();
      for (String line = in.next(); line != null; line = in.next()) {
        Message message = Codec.decode(line);
        NodeEngine node = nodes.get(message.dest());
        if (node != null && events++ < EVENTS_MAX) {
          node.receive(line);
        }
      }
      out.flush();
    }
  }

  /** Gives what was written. */
  private final class Wire extends InputStream {
    private byte[] taken = new byte[0];
    private int at;

    @Override
    public int available() {
      return taken.length - at + wire.size();
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read blocks");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (at == taken.length) {
        taken = wire.toByteArray();
        wire.reset();
        at = 0;
      }
      int count = Math.min(length, taken.length - at);
      System.arraycopy(taken, at, bytes, offset, count);
      at += count;
      return count;
    }
  }

  private final class InMemory implements Environment {
    @Override
    public void transmit(EncodedMessage message) {
      WarmUpCluster.this.transmit(message.line());
    }

    @Override
    public Timer schedule(long delayNanos, Runnable task) {
      Due due = new Due(nowNanos + Math.max(0, delayNanos), scheduled++, task);
      timers.add(due);
      return () -> timers.remove(due);
    }

    @Override
    public long nowNanos() {
      return nowNanos;
    }

    @Override
    public RandomGenerator random() {
      return random;
    }

    /** Keeps nothing: these nodes are never started again. */
    @Override
    public Disk disk(String node) {
      return new NoDisk(task -> schedule(0, task));
    }

    @Override
    public System.Logger log() {
      return SilentLogger.INSTANCE;
    }
  }
}
