package glomers.workbench.workload.register;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.time.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private long nowNanos = 7;
  private final Budget budget =
      new Budget(new Deadline(Duration.ofMillis(1500), () -> nowNanos), 64 << 20);

  @Test
  void allowsTimeAndMemoryUpToTheLimits() {
    nowNanos += 1_499_999_999L;
    assertThat(budget.exceeded(64 << 20)).isEmpty();
  }

  @Test
  void saysWhichLimitWasExceeded() {
    assertThat(budget.exceeded((64 << 20) + 1).orElseThrow()).contains("more than 64 MB");
    nowNanos += 1_500_000_000L;
    assertThat(budget.exceeded(0).orElseThrow()).contains("more than 1.5 s", "--analysis-limit");
  }
}
