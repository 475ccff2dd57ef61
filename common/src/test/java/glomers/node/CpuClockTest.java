package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class CpuClockTest {
  /** Between two looks of the JVM's own clock lies the look of ours. */
  @Test
  void agreesWithTheJvm() {
    CpuClock clock = new CpuClock();
    long before = jvm();
    long sum = 0;
    for (int i = 0; i < 50_000_000; i++) {
      sum += i ^ (sum << 1);
    }
    long now = clock.getAsLong();
    assertThat(sum).isNotZero();
    // The kernel counts time that has not been charged yet in only one of them.
    long slack = 20_000_000;
    assertThat(now).isBetween(before - slack, jvm() + slack);
    assertThat(now).isPositive();
  }

  private static long jvm() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
