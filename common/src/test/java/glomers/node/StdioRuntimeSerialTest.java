package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.node.Bodies.Ping;
import glomers.node.Bodies.Pong;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Handlers, completions and timers never run at the same time, and see what the others did. */
class StdioRuntimeSerialTest {
  private static final int BLOCKS = 500;
  private static final int REQUESTS_A_BLOCK = 10;
  private static final int BEATS_MIN = 300;

  private final CountDownLatch beats = new CountDownLatch(BEATS_MIN);
  private final AtomicInteger steps = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private int unguarded;

  private void step() {
    if (inside.incrementAndGet() != 1) {
      overlaps.incrementAndGet();
    }
    steps.incrementAndGet();
    int seen = unguarded;
    for (int i = 0; i < 20; i++) {
      Thread.onSpinWait();
    }
    unguarded = seen + 1;
    inside.decrementAndGet();
  }

  private void server(Node node) {
    node.on(
        Echo.class,
        request -> {
          step();
          node.rpc("n2", new Ping(), Pong.class, Duration.ofNanos(1))
              .whenComplete((pong, failure) -> step());
          return new EchoOk(request.body().echo());
        });
    for (int i = 0; i < 3; i++) {
      node.every(
          Duration.ofNanos(20_000),
          () -> {
            step();
            node.send("n2", new Ping());
            beats.countDown();
          });
    }
  }

  @Test
  void nothingOverlapsUnderLoad() throws Exception {
    StdioSession session = new StdioSession(this::server);
    session.in.block(StdioSession.INIT);
    String[] block = new String[REQUESTS_A_BLOCK];
    Arrays.fill(block, StdioSession.echo(2, "x"));
    for (int i = 0; i < BLOCKS; i++) {
      session.in.block(block);
    }
    assertThat(beats.await(20, TimeUnit.SECONDS)).isTrue();
    session.in.end();

    assertThat(session.status()).isZero();
    assertThat(overlaps).hasValue(0);
    assertThat(unguarded).isEqualTo(steps.get()).isGreaterThan(BLOCKS * REQUESTS_A_BLOCK);
    assertThat(session.out.lines())
        .allMatch(line -> line.startsWith("{\"src\":\"n1\",\"dest\":\"") && line.endsWith("}}"))
        .filteredOn(line -> line.contains("echo_ok"))
        .hasSize(BLOCKS * REQUESTS_A_BLOCK);
    assertThat(session.log.messages(System.Logger.Level.ERROR)).isEmpty();
  }
}
