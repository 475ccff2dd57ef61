package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.log.SilentLogger;
import glomers.node.Bodies.Ping;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpClusterTest {
  private static final long MILLI = 1_000_000;

  private final List<String> events = new ArrayList<>();

  private void note(Node node, String what) {
    events.add(node.id() + " " + what);
  }

  @Test
  void initialisesThreeNodes() throws IOException {
    WarmUpCluster cluster = new WarmUpCluster(node -> node.onOneWay(Ping.class, r -> {}));
    assertThat(cluster.ids()).containsExactly("n0", "n1", "n2");
    for (String id : cluster.ids()) {
      assertThat(cluster.handled(id)).describedAs(id).containsExactly(Ping.class);
    }
  }

  @Test
  void runsTimersInTheirOrderAndNoneBeforeItsTime() throws IOException {
    WarmUpCluster cluster =
        new WarmUpCluster(
            node -> {
              if (node.id().equals("n1")) {
                node.after(Duration.ofMillis(30), () -> note(node, "30"));
                node.after(Duration.ofMillis(10), () -> note(node, "10 first"));
                node.after(Duration.ofMillis(10), () -> note(node, "10 second"));
                node.after(Duration.ofMillis(10), () -> note(node, "10 third"));
                node.after(
                    Duration.ofMillis(20),
                    () -> node.after(Duration.ofMillis(5), () -> note(node, "25")));
                node.after(Duration.ofMillis(20), () -> note(node, "never")).cancel();
              }
            });
    cluster.run(10 * MILLI - 1);
    assertThat(events).isEmpty();
    cluster.run(1);
    assertThat(events).containsExactly("n1 10 first", "n1 10 second", "n1 10 third");
    cluster.run(14 * MILLI);
    assertThat(events).hasSize(3);
    cluster.run(MILLI);
    assertThat(events).hasSize(4).last().isEqualTo("n1 25");
    cluster.run(5 * MILLI);
    assertThat(events).hasSize(5).last().isEqualTo("n1 30");
  }

  @Test
  void deliversWhatTimersSend() throws IOException {
    WarmUpCluster cluster =
        new WarmUpCluster(
            node -> {
              node.onOneWay(Ping.class, request -> note(node, "ping of " + request.src()));
              if (node.id().equals("n0")) {
                node.after(Duration.ofMillis(1), () -> node.send("n2", new Ping()));
                node.after(Duration.ofMillis(2), () -> note(node, "later"));
              }
            });
    cluster.run(2 * MILLI);
    assertThat(events).containsExactly("n2 ping of n0", "n0 later");
    cluster.send("c1", "n9", "{\"type\":\"ping\"}");
    cluster.send("c1", "n1", "{\"type\":\"ping\"}");
    cluster.run(0);
    assertThat(events).hasSize(3).last().isEqualTo("n1 ping of c1");
  }

  @Test
  void boundsMessagesAndTimersOfARun() throws IOException {
    WarmUpCluster cluster =
        new WarmUpCluster(
            node ->
                node.onOneWay(
                    Ping.class,
                    request -> {
                      note(node, "ping");
                      node.send(node.id(), new Ping());
                    }));
    cluster.send("c1", "n0", "{\"type\":\"ping\"}");
    cluster.run(0);
    assertThat(events).hasSize(200);

    events.clear();
    WarmUpCluster timers =
        new WarmUpCluster(
            node -> {
              for (int i = 0; i < 1_000 && node.id().equals("n0"); i++) {
                node.after(Duration.ofMillis(1), () -> note(node, "timer"));
              }
            });
    timers.run(MILLI);
    assertThat(events).hasSize(200);
  }

  @Test
  void nodesHaveAClockRandomNumbersAndASilentLog() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    WarmUpCluster cluster =
        new WarmUpCluster(
            node -> {
              numbers.add(node.random().nextInt());
              node.every(
                  Duration.ofMillis(4), () -> numbers.add(node.id().equals("n0") ? 0 : null));
              assertThat(node.log()).isSameAs(SilentLogger.INSTANCE);
            });
    assertThat(numbers).hasSize(3).doesNotHaveDuplicates();
    cluster.run(20 * MILLI);
    assertThat(numbers).describedAs("5 ticks of 3 nodes").hasSize(3 + 15);
  }
}
