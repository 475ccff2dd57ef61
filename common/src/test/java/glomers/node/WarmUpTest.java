package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.node.Bodies.Ping;
import glomers.node.Bodies.Pong;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final LongSupplier NO_TIME = () -> 0;

  private final Map<String, Integer> seen = new HashMap<>();

  private void saw(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  /** Each echo is passed on to a peer, which is asked for a pong. */
  private void server(Node node) {
    saw("server");
    node.on(
        Echo.class,
        request -> {
          saw(request.src() + " echo");
          node.send(node.peers(), new Ping());
          node.after(
              Duration.ofMillis(5),
              () ->
                  node.rpc(node.peers().get(0), new Pong(3), Pong.class, Duration.ofSeconds(1))
                      .thenAccept(pong -> saw("reply " + pong.count())));
          return new EchoOk(request.body().echo());
        });
    node.onOneWay(Ping.class, request -> saw(request.src() + " ping"));
    node.on(Pong.class, request -> new Pong(-1));
  }

  @Test
  @DisplayName("Each type is requested, and messages between nodes, timers and replies follow")
  void runsRequestsMessagesTimersAndReplies() {
    WarmUp.of(this::server, NO_TIME, NO_TIME);
    assertThat(seen)
        .containsKeys("c1 echo", "c1 ping", "n0 ping", "n1 ping", "n2 ping", "reply -1");
    assertThat(seen).containsEntry("server", 3);
    assertThat(seen.get("c1 echo")).isBetween(100, 1_000);
  }

  @Test
  void endsWhenCpuTimeIsSpent() {
    long[] nanos = {0};
    WarmUp.of(this::server, () -> nanos[0] += 10_000_000, NO_TIME);
    assertThat(seen.get("c1 echo")).isBetween(2, 10);
  }

  @Test
  void endsWhenMachineIsBusy() {
    long[] nanos = {0};
    WarmUp.of(this::server, NO_TIME, () -> nanos[0] += 500_000_000);
    assertThat(seen.get("c1 echo")).isBetween(1, 4);
  }

  @Test
  void stormDoesNotHoldUpTheStart() {
    WarmUp.of(
        node -> {
          node.onOneWay(
              Ping.class,
              request -> {
                saw("ping");
                node.send(node.ids(), new Ping());
              });
          repeat(node, () -> saw("timer"));
        },
        NO_TIME,
        NO_TIME);
    assertThat(seen.get("ping")).isBetween(1_000, 200_000);
    assertThat(seen.get("timer")).isGreaterThan(10);
  }

  private static void repeat(Node node, Runnable task) {
    node.after(
        Duration.ZERO,
        () -> {
          task.run();
          repeat(node, task);
        });
  }

  @Test
  void failuresAreIgnored() {
    Consumer<Node> broken =
        node -> {
          saw("server");
          throw new IllegalStateException("there is no disk");
        };
    WarmUp.of(broken, NO_TIME, NO_TIME);
    assertThat(seen).containsOnly(Map.entry("server", 3));
    WarmUp.of(
        node ->
            node.on(
                Echo.class,
                request -> {
                  saw("failure");
                  throw new AssertionError("a bug");
                }),
        NO_TIME,
        NO_TIME);
    assertThat(seen.get("failure")).isGreaterThan(1);
  }

  @Test
  void whatIsPrintedIsDropped() {
    PrintStream before = System.out;
    WarmUp.of(
        node -> {
          assertThat(System.out).isNotSameAs(before);
          saw("server");
        },
        NO_TIME,
        NO_TIME);
    assertThat(System.out).isSameAs(before);
    assertThat(seen).containsEntry("server", 3);
  }

  @Test
  void cpuTimeOnlyGrows() {
    CpuClock clock = new CpuClock();
    long before = clock.getAsLong();
    assertThat(clock.getAsLong()).isGreaterThanOrEqualTo(before).isNotNegative();
  }
}
