package glomers.bench.process;

import glomers.protocol.Codec;
import glomers.protocol.Init;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Nodes as processes, and a network between them that neither waits nor loses anything. It does as
 * little as it can for a message: what it takes is missing for the nodes.
 */
final class RunningCluster implements AutoCloseable {
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final AtomicLong messages = new AtomicLong();
  private volatile IOException failure;
  private volatile boolean closed;

  /** A node, and what waits for it: nobody who sends to it waits until it reads. */
  private record Member(RunningNode node, BlockingQueue<String> waiting) {}

  private RunningCluster() {}

  /**
   * Starts nodes of these names: n0, n1 …, and waits until all are initialised.
   *
   * @param data where they keep what survives them
   */
  static RunningCluster start(Subject subject, int count, Path data) throws IOException {
    RunningCluster cluster = new RunningCluster();
    List<String> ids = IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
    try {
      for (String id : ids) {
        RunningNode node = RunningNode.start(subject, data);
        cluster.members.put(id, new Member(node, new LinkedBlockingQueue<>()));
        Init init = new Init(id, ids);
        String line = Codec.encode("c0", id, init, OptionalLong.of(1), OptionalLong.empty());
        node.send(bytes(line));
      }
      for (Member member : cluster.members.values()) {
        member.node.awaitLine();
      }
    } catch (IOException e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  private static byte[] bytes(String line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Begins to carry messages; those that are for none of the nodes go to the clients. */
  void route(Consumer<Message> clients) {
    members.forEach(
        (id, member) -> {
          begin("from " + id, () -> readAll(member, clients));
          begin("to " + id, () -> writeAll(member));
        });
  }

  private interface Loop {
    void run() throws IOException, InterruptedException;
  }

  private void begin(String name, Loop loop) {
    Thread thread =
        new Thread(
            () -> {
              try {
                loop.run();
              } catch (IOException e) {
                failure = e;
              } catch (RpcException e) {
                failure = new IOException("a message that can't be read: " + e.text(), e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll(Member member, Consumer<Message> clients) throws IOException {
    while (!closed) {
      String line = member.node.awaitLine();
      Message message = Codec.decode(line);
      Member to = members.get(message.dest());
      if (to == null) {
        clients.accept(message);
      } else {
        messages.incrementAndGet();
        to.waiting.add(line);
      }
    }
  }

  private void writeAll(Member member) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    while (!closed) {
      lines.add(member.waiting.take());
      member.waiting.drainTo(lines);
      member.node.send(bytes(String.join("\n", lines)));
      lines.clear();
    }
  }

  /** Sends a line to a node, later than at once. */
  void send(String node, String line) {
    members.get(node).waiting.add(line);
  }

  List<String> ids() {
    return List.copyOf(members.keySet());
  }

  /** How many messages one node has sent to another. */
  long messages() {
    return messages.get();
  }

  /** CPU time of all nodes, in milliseconds. */
  double cpuMillis() {
    return members.values().stream().mapToDouble(each -> each.node.usage().cpuMillis()).sum();
  }

  /**
   * Makes sure that all nodes work.
   *
   * @throws IOException if one has ended
   */
  void requireAlive() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Ends the nodes, at once. */
  @Override
  public void close() {
    closed = true;
    members.values().forEach(member -> member.node.close());
  }
}
