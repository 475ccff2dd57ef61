package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Duration MIN = Duration.ofMillis(100);
  private static final Duration MAX = Duration.ofMillis(400);

  private final List<Node> nodes = new ArrayList<>();
  private final TestNode world = TestNode.started(nodes::add);
  private final List<Duration> calls = new ArrayList<>();
  private int failures;

  private CompletionStage<String> call() {
    calls.add(nodes.get(0).now());
    return failures-- > 0
        ? CompletableFuture.failedFuture(new IllegalStateException("no"))
        : CompletableFuture.completedFuture("yes");
  }

  private void retry(int failingCalls) {
    failures = failingCalls;
    Retry.untilSuccess(nodes.get(0), MIN, MAX, this::call);
  }

  @Test
  void aCallThatSucceedsIsMadeOnce() {
    retry(0);
    world.advance(Duration.ofMinutes(1));
    assertThat(calls).hasSize(1);
  }

  @Test
  void retriesUntilSuccess() {
    retry(7);
    world.advance(Duration.ofMinutes(1));
    assertThat(calls).hasSize(8);
  }

  @Test
  void delaysGrowWithJitter() {
    retry(6);
    world.advance(Duration.ofMinutes(1));
    long[] longest = {100, 200, 400, 400, 400, 400};
    for (int i = 0; i < longest.length; i++) {
      assertThat(calls.get(i + 1).minus(calls.get(i)).toMillis())
          .as("pause " + i)
          .isBetween(longest[i] / 2, longest[i]);
    }
  }
}
