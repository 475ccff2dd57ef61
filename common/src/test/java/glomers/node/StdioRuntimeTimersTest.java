package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.Go;
import glomers.node.Bodies.GoOk;
import glomers.node.Bodies.Ping;
import glomers.node.Bodies.Pong;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class StdioRuntimeTimersTest {
  private static final String PING =
      "{\"src\":\"n1\",\"dest\":\"n2\",\"body\":{\"type\":\"ping\"}}";
  private static final String GO = "{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"go\"}}";

  @Test
  void timerSendsDuringSilence() throws Exception {
    StdioSession session =
        new StdioSession(
            node ->
                node.after(
                    Duration.ofMillis(1),
                    () -> {
                      node.send("n2", new Ping());
                      node.send("n2", new Ping());
                    }));
    session.in.block(StdioSession.INIT);
    session.out.awaitWrites(2);
    session.in.end();
    assertThat(session.status()).isZero();
    assertThat(session.out.writes())
        .containsExactly(StdioSession.INIT_OK + "\n", PING + "\n" + PING + "\n");
  }

  @Test
  void aPeriodicTimerBeatsUntilTheInputEnds() throws Exception {
    StdioSession session =
        new StdioSession(
            node -> node.every(Duration.ofMillis(1), () -> node.send("n2", new Ping())));
    session.in.block(StdioSession.INIT);
    session.out.awaitWrites(5);
    session.in.end();
    assertThat(session.status()).isZero();
    assertThat(session.out.lines().subList(1, 5)).containsOnly(PING);
    int writes = session.out.writes().size();
    Thread.yield();
    assertThat(session.out.writes()).describedAs("nothing comes after the end").hasSize(writes);
  }

  @Test
  void rpcTimesOutDuringSilence() throws Exception {
    StdioSession session =
        new StdioSession(
            node ->
                node.onAsync(
                    Go.class,
                    request ->
                        node.rpc("n2", new Ping(), Pong.class, Duration.ofMillis(1))
                            .handle((pong, failure) -> new Echo(failure.getMessage()))));
    session.in.block(StdioSession.INIT, GO.replace("}}", ",\"msg_id\":2}}"));
    session.out.awaitWrites(2);
    session.in.end();
    assertThat(session.status()).isZero();
    assertThat(session.out.lines())
        .last()
        .asString()
        .contains("\"in_reply_to\":2,\"echo\":\"timeout (0): n2 did not reply within 1 ms\"");
  }

  @Test
  void timerOnClosedOutputEndsWithStatus1() throws Exception {
    StdioSession session =
        new StdioSession(
            node -> node.every(Duration.ofMillis(1), () -> node.send("n2", new Ping())));
    session.in.block(StdioSession.INIT);
    session.out.awaitWrites(2);
    session.out.breakIt();
    assertThat(session.exit.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    session.in.end();
    assertThat(session.status()).isEqualTo(1);
  }

  @Test
  void handlerCancelsTimerThatIsDue() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<Boolean> waited = new CompletableFuture<>();
    StdioSession session =
        new StdioSession(
            node ->
                node.on(
                    Go.class,
                    request -> {
                      Timer timer = node.after(Duration.ZERO, runs::incrementAndGet);
                      waited.complete(timerThreadWaitsForItsTurn());
                      timer.cancel();
                      node.after(Duration.ZERO, () -> node.send("n2", new Ping()));
                      return new GoOk();
                    }));
    session.in.block(StdioSession.INIT, GO);
    assertThat(waited.get(20, TimeUnit.SECONDS)).isTrue();
    session.out.awaitWrites(2);
    session.in.end();
    assertThat(session.status()).isZero();
    assertThat(session.out.lines()).containsExactly(StdioSession.INIT_OK, PING);
    assertThat(runs).hasValue(0);
  }

  /** Waits, not for ever, until a timer's thread stands at the lock that keeps handlers apart. */
  private static boolean timerThreadWaitsForItsTurn() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < deadline) {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        Object blocker = LockSupport.getBlocker(thread);
        if (thread.getName().equals("timers")
            && blocker != null
            && blocker.getClass().getName().contains("ReentrantLock$")) {
          return true;
        }
      }
      Thread.onSpinWait();
    }
    return false;
  }
}
