package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.protocol.Body;
import glomers.workbench.run.TestServers;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Servers that would keep a simulation busy for ever, or break it from outside. */
class RunawayServersTest {
  record Ping() implements Body {}

  private static Simulation<Node> simulation(Consumer<? super Node> handlers) {
    return Simulation.of(
            TestServers.server(
                node -> {
                  TestServers.echo(node);
                  handlers.accept(node);
                }))
        .workload("echo")
        .nodes(2)
        .timeLimit(Duration.ofSeconds(5));
  }

  private static String failure(Consumer<? super Node> handlers) {
    SimulatedRun run = simulation(handlers).run();
    assertThat(run.result()).as("there is no verdict").isEmpty();
    return run.problem();
  }

  /** Two messages for each that arrives, without any delay. */
  private static void storm(Node node) {
    node.onOneWay(
        Ping.class,
        request -> {
          node.send(node.peers().get(0), new Ping());
          node.send(node.peers().get(0), new Ping());
        });
    node.after(Duration.ofSeconds(1), () -> node.send(node.peers().get(0), new Ping()));
  }

  @Test
  void namesTheMessagesOfAStorm() {
    assertThat(failure(RunawayServersTest::storm))
        .containsPattern("^Node n[01] never comes to rest: it sent and set more than 200,000")
        .contains("a message of type ping, while it handled a message of type ping");
  }

  @Test
  void endsStormsWhoseMessagesTakeTime() {
    SimulatedRun run = simulation(RunawayServersTest::storm).latency(Duration.ofMillis(20)).run();
    assertThat(run.problem()).contains("never comes to rest", "type ping");
  }

  @Test
  void endsHandlersThatSendInALoop() {
    assertThat(
            failure(
                node ->
                    node.after(
                        Duration.ofSeconds(1),
                        () -> {
                          while (true) {
                            node.send("n0", new Ping());
                          }
                        })))
        .contains("the last of them a message of type ping, while it handled a timer");
  }

  @Test
  @DisplayName("a node that is resumed may answer all that has waited for it")
  void letsNodesCatchUpAfterPause() {
    int[] pongs = {0};
    Scenario<Object> scenario =
        Scenario.of(
            node -> {
              node.onOneWay(
                  Ping.class,
                  request -> {
                    if (node.id().equals("n0")) {
                      node.send("n1", new Ping());
                    } else {
                      pongs[0]++;
                    }
                  });
              return node;
            },
            2,
            Duration.ofMillis(10),
            1);
    scenario.pause("n0");
    for (int i = 0; i < 60_000; i++) {
      scenario.send("n0", new Ping());
    }
    scenario.advance(Duration.ofSeconds(1));
    scenario.resume("n0");
    scenario.advance(Duration.ofSeconds(1));
    assertThat(pongs[0]).isEqualTo(60_000);
  }

  private static void again(Node node) {
    node.after(Duration.ZERO, () -> again(node));
  }

  @Test
  void namesTimersWithoutDelay() {
    assertThat(failure(RunawayServersTest::again))
        .containsPattern("^Node n[01] never comes to rest")
        .contains("the last of them a timer, while it handled a timer");
  }

  @Test
  void namesPeriodicTimersWithoutRest() {
    assertThat(failure(node -> node.every(Duration.ofNanos(1), () -> {})))
        .containsPattern("^Node n[01] never comes to rest")
        .contains("the last of them a timer, while it handled a timer");
  }

  @Test
  void namesTheBusiestNodeOfALongRun() {
    SimulatedRun run =
        simulation(
                node -> {
                  if (node.id().equals("n1")) {
                    node.every(Duration.ofMillis(1), () -> node.send("n0", new Ping()));
                  }
                  node.onOneWay(Ping.class, request -> {});
                })
            .eventsMax(5_000)
            .run();
    assertThat(run.problem())
        .startsWith("Node n1 is the busiest of a run that had more than 5,000 events by")
        .contains("while it handled a timer");
  }

  @Test
  void namesWhatFilledTheMemory() {
    assertThat(
            failure(
                node ->
                    node.after(
                        Duration.ofSeconds(1),
                        () -> {
                          throw new OutOfMemoryError("Java heap space");
                        })))
        .startsWith("Node n0 ran out of memory while it handled a timer: Java heap space")
        .contains("GLOMERS_JAVA_OPTS=-Xmx4g");
  }

  private static void inAThread(Runnable task) {
    Thread thread = new Thread(task, "gossip");
    thread.setUncaughtExceptionHandler((which, thrown) -> {});
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void namesCallsFromThreadsOfTheServer() {
    String problem = "Node n0 was called from the thread \"gossip\", which is its server's own";
    assertThat(failure(node -> inAThread(() -> node.send("n1", new Ping()))))
        .startsWith(problem)
        .contains("node.after(delay, task)");
    assertThat(failure(node -> inAThread(() -> node.after(Duration.ofMillis(1), () -> {}))))
        .startsWith(problem);
    assertThat(failure(node -> inAThread(node::now))).startsWith(problem);
    assertThat(failure(node -> inAThread(node::random))).startsWith(problem);
  }

  @Test
  void scenariosNameThemToo() {
    assertThatThrownBy(
            () ->
                Scenario.of(
                    TestServers.server(node -> inAThread(node::random)), 1, Duration.ZERO, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was called from the thread \"gossip\"");
  }
}
