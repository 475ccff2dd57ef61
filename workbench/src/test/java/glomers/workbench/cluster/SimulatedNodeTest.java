package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.node.Timer;
import glomers.protocol.Body;
import glomers.workbench.fault.Unsynced;
import glomers.workbench.run.TestServers;
import glomers.workbench.time.Interleaving;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Ties;
import glomers.workbench.time.VirtualTimeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nodes that are paused, resumed, killed and started again. */
class SimulatedNodeTest {
  private static final long MS = 1_000_000L;

  record Note(String text) implements Body {}

  record Hello(long number) implements Body {}

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
  private final List<String> did = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private Timer timer;

  private final Cluster.Output output =
      new Cluster.Output() {
        @Override
        public void line(String line) {
          sent.add(line);
        }

        @Override
        public void failed(NodeFailure failure) {
          throw new AssertionError(failure.problem());
        }

        @Override
        public void exited(int status) {
          throw new AssertionError("exited with status " + status);
        }
      };

  private SimulatedCluster<?> cluster(Consumer<? super Node> server) {
    return new SimulatedCluster<>(TestServers.server(server), scheduler, new RandomStreams(1));
  }

  private SimulatedCluster<?> started(Consumer<? super Node> server) {
    SimulatedCluster<?> cluster = cluster(server);
    start(cluster);
    return cluster;
  }

  private void start(SimulatedCluster<?> cluster) {
    cluster.start("n0", output);
    cluster.deliver(
        "n0",
        "{\"src\":\"c0\",\"dest\":\"n0\",\"body\":"
            + "{\"type\":\"init\",\"msg_id\":1,\"node_id\":\"n0\",\"node_ids\":[\"n0\",\"n1\"]}}");
  }

  private static void note(SimulatedCluster<?> cluster, String text) {
    cluster.deliver(
        "n0",
        "{\"src\":\"n1\",\"dest\":\"n0\",\"body\":{\"type\":\"note\",\"text\":\"" + text + "\"}}");
  }

  private void did(String what) {
    did.add(what + "@" + scheduler.nowNanos() / MS);
  }

  private void recorder(Node node) {
    node.onOneWay(Note.class, request -> did(request.body().text()));
    timer = node.after(Duration.ofMillis(20), () -> did("timer"));
  }

  private void at(long millis, Runnable event) {
    scheduler.schedule(millis * MS, event);
  }

  @Test
  void resumedNodeCatchesUpInOrder() {
    SimulatedCluster<?> cluster = started(this::recorder);
    note(cluster, "before");
    at(5, () -> cluster.pause("n0"));
    at(10, () -> note(cluster, "while paused"));
    at(30, () -> note(cluster, "after the timer was due"));
    at(40, () -> assertThat(did).containsExactly("before@0"));
    at(50, () -> cluster.resume("n0"));
    at(60, () -> note(cluster, "later"));
    scheduler.run();
    assertThat(did)
        .containsExactly(
            "before@0", "while paused@50", "timer@50", "after the timer was due@50", "later@60");
  }

  private List<String> orderOnResume(long seed) {
    scheduler.interleave(Interleaving.of(Ties.RANDOM, new RandomStreams(seed)));
    SimulatedCluster<?> cluster = started(this::recorder);
    cluster.pause("n0");
    note(cluster, "reply");
    at(30, () -> cluster.resume("n0"));
    scheduler.run();
    return did;
  }

  @Test
  void timeoutMayComeBeforeTheReplyThatWaited() {
    Set<List<String>> orders = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      orders.add(new SimulatedNodeTest().orderOnResume(seed));
    }
    assertThat(orders)
        .containsExactlyInAnyOrder(
            List.of("reply@30", "timer@30"), List.of("timer@30", "reply@30"));
  }

  private List<String> orderOfTimers(long seed) {
    scheduler.interleave(Interleaving.of(Ties.RANDOM, new RandomStreams(seed)));
    SimulatedCluster<?> cluster =
        started(
            node ->
                node.onOneWay(
                    Note.class,
                    request ->
                        node.after(Duration.ofMillis(10), () -> did(request.body().text()))));
    for (int i = 0; i < 5; i++) {
      String text = "set " + i;
      scheduler.schedule(i * MS / 10, () -> note(cluster, text));
    }
    scheduler.run();
    return did.stream().map(what -> what.replaceFirst("@.*", "")).toList();
  }

  @Test
  @DisplayName("Timers may be late, but one thread runs them in the order in which they are due")
  void lateTimersKeepTheirOrder() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new SimulatedNodeTest().orderOfTimers(seed))
          .as("seed %d", seed)
          .containsExactly("set 0", "set 1", "set 2", "set 3", "set 4");
    }
  }

  @Test
  void timerDueDuringPauseCanBeCancelled() {
    SimulatedCluster<?> cluster =
        started(
            node -> {
              recorder(node);
              node.onOneWay(Hello.class, request -> timer.cancel());
            });
    cluster.pause("n0");
    cluster.deliver(
        "n0", "{\"src\":\"n1\",\"dest\":\"n0\",\"body\":{\"type\":\"hello\",\"number\":1}}");
    at(30, () -> cluster.resume("n0"));
    scheduler.run();
    assertThat(did).isEmpty();
  }

  @Test
  void periodicTimerSkipsTicksOfPause() {
    SimulatedCluster<?> cluster =
        started(node -> timer = node.every(Duration.ofMillis(10), () -> did("beat")));
    at(15, () -> cluster.pause("n0"));
    at(47, () -> cluster.resume("n0"));
    at(65, () -> timer.cancel());
    scheduler.run();
    assertThat(did).containsExactly("beat@10", "beat@47", "beat@50", "beat@60");
  }

  @Test
  void pauseAndResumeAreIdempotent() {
    SimulatedCluster<?> cluster = started(this::recorder);
    cluster.resume("n0");
    cluster.pause("n0");
    cluster.pause("n0");
    note(cluster, "once");
    cluster.resume("n0");
    cluster.resume("n0");
    assertThat(did).containsExactly("once@0");
  }

  @Test
  void killedNodeDoesNothingMore() {
    SimulatedCluster<?> cluster = started(this::recorder);
    cluster.pause("n0");
    note(cluster, "waiting");
    cluster.kill("n0", Unsynced.TORN);
    cluster.resume("n0");
    note(cluster, "too late");
    scheduler.run();
    assertThat(did).as("no handler, and no timer").isEmpty();
  }

  @Test
  void restartedNodeForgetsStateAndTimers() {
    SimulatedCluster<?> cluster = started(this::recorder);
    at(10, () -> cluster.kill("n0", Unsynced.TORN));
    at(15, () -> start(cluster));
    at(16, () -> note(cluster, "here again"));
    scheduler.run();
    assertThat(did).containsExactly("here again@16", "timer@35");
    assertThat(sent).as("initialised each time").hasSize(2).allMatch(l -> l.contains("init_ok"));
  }

  @Test
  void eachIncarnationDrawsItsOwnRepeatableNumbers() {
    for (int i = 0; i < 2; i++) {
      SimulatedCluster<?> cluster =
          started(node -> node.send("n1", new Hello(node.random().nextLong())));
      cluster.kill("n0", Unsynced.TORN);
      start(cluster);
    }
    sent.removeIf(line -> line.contains("init_ok"));
    assertThat(sent).hasSize(4);
    assertThat(sent.get(0)).isNotEqualTo(sent.get(1));
    assertThat(sent.subList(2, 4)).isEqualTo(sent.subList(0, 2));
  }
}
