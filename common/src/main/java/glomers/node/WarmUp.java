package glomers.node;

import com.google.gson.JsonObject;
import glomers.protocol.Body;
import glomers.protocol.NumberedBodies;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Warms the JVM up with a server before its node answers, so that the code which the first messages
 * need is compiled. Three nodes of the server, in memory and in virtual time, take rounds of
 * requests: one of each type that has a handler, made up from the type's record, and then what the
 * nodes send each other and their timers. Nothing reaches the world outside by way of the {@link
 * Node}; what a server does besides, it does here, too.
 */
final class WarmUp {
  /** More rounds compile nothing more. */
  private static final int ROUNDS_MAX = 400;

  /** What a node starts the slower by, at most, apart from the round in which it ends. */
  private static final long CPU_NANOS_MAX = 80_000_000;

  /** On a machine so busy that this has passed first, the node must rather answer. */
  private static final long CLOCK_NANOS_MAX = 1_500_000_000;

  private static final long ROUND_NANOS = 20_000_000;

  private final WarmUpCluster cluster;
  private int lastMsgId;

  private WarmUp(WarmUpCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Runs the server until that has taken as much CPU time as it may add to a start; or too much
   * time by the clock, on a machine that has none to spare.
   */
  static void of(Consumer<? super Node> server, LongSupplier cpuNanos, LongSupplier clockNanos) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(PrintStream.nullOutputStream(), false));
    try {
      long cpuStart = cpuNanos.getAsLong();
      long clockStart = clockNanos.getAsLong();
      WarmUp warmUp = new WarmUp(new WarmUpCluster(server));
      int rounds = 0;
      do {
        warmUp.round(rounds++);
      } while (rounds < ROUNDS_MAX
          && cpuNanos.getAsLong() - cpuStart < CPU_NANOS_MAX
          && clockNanos.getAsLong() - clockStart < CLOCK_NANOS_MAX);
    } catch (Throwable e) {
      // A server that fails here may still run, and will tell then what is wrong.
    } finally {
      System.setOut(out);
    }
  }

  private void round(int number) throws IOException {
    List<String> ids = cluster.ids();
    String node = ids.get(number % ids.size());
    for (Class<? extends Body> type : cluster.handled(node)) {
      lastMsgId++;
      new NumberedBodies(lastMsgId).of(type).ifPresent(body -> request(node, body));
    }
    cluster.run(ROUND_NANOS);
  }

  private void request(String node, JsonObject body) {
    body.addProperty("msg_id", lastMsgId);
    cluster.send("c1", node, body.toString());
  }
}
