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
  private final List<Duration> timeouts = new ArrayList<>();
  private int failures;

  private CompletionStage<String> call(Duration timeout) {
    calls.add(nodes.get(0).now());
    timeouts.add(timeout);
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
  void timeoutsGrowWithJitter() {
    retry(6);
    world.advance(Duration.ofMinutes(1));
    long[] longest = {100, 200, 400, 400, 400, 400};
    for (int i = 0; i < longest.length; i++) {
      assertThat(timeouts.get(i).toMillis())
          .as("timeout " + i)
          .isBetween(longest[i] / 2, longest[i]);
    }
  }

  @Test
  void nextCallIsMadeWhenTimeoutIsOver() {
    retry(3);
    world.advance(Duration.ofMinutes(1));
    for (int i = 0; i < 3; i++) {
      assertThat(calls.get(i + 1))
          .as("call " + (i + 1))
          .isEqualTo(calls.get(i).plus(timeouts.get(i)));
    }
  }

  @Test
  void callThatFailsLaterIsFollowedAtOnce() {
    CompletableFuture<String> late = new CompletableFuture<>();
    Retry.untilSuccess(
        nodes.get(0),
        MIN,
        MAX,
        timeout -> {
          calls.add(nodes.get(0).now());
          return calls.size() == 1 ? late : CompletableFuture.completedFuture("yes");
        });
    world.advance(Duration.ofSeconds(7));
    late.completeExceptionally(new IllegalStateException("no"));
    world.advance(Duration.ZERO);
    assertThat(calls).hasSize(2);
    assertThat(calls.get(1).minus(calls.get(0))).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void replySlowerThanFirstTimeoutsIsWaitedForInTheEnd() {
    Duration slow = Duration.ofMillis(250);
    Node node = nodes.get(0);
    Retry.untilSuccess(
        node,
        MIN,
        MAX,
        timeout -> {
          timeouts.add(timeout);
          CompletableFuture<String> reply = new CompletableFuture<>();
          node.after(slow, () -> reply.complete("yes"));
          node.after(timeout, () -> reply.completeExceptionally(new IllegalStateException("late")));
          return reply;
        });
    world.advance(Duration.ofMinutes(1));
    Duration last = timeouts.remove(timeouts.size() - 1);
    assertThat(timeouts).isNotEmpty().allMatch(timeout -> timeout.compareTo(slow) < 0);
    assertThat(last).isGreaterThanOrEqualTo(slow);
  }
}
