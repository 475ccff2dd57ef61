package glomers.workbench.workload.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PossibleSumsTest {
  private static PossibleSums of(long acknowledged, long... unknown) {
    PossibleSums sums = PossibleSums.of(acknowledged);
    for (long delta : unknown) {
      sums = sums.withOrWithout(delta);
    }
    return sums;
  }

  @Test
  void neighboursThatTouchAreOneInterval() {
    assertThat(of(8, 1, 1, 2)).hasToString("8 to 12");
    assertThat(of(8, 2)).hasToString("8, or 10");
    assertThat(of(8, -2, 1)).hasToString("6 to 9");
  }

  @Test
  void areThoseOfAllSubsets() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 500; round++) {
      long[] unknown = random.longs(random.nextInt(8), -20, 21).toArray();
      PossibleSums sums = of(100, unknown);
      Set<Long> expected = new TreeSet<>();
      for (int subset = 0; subset < 1 << unknown.length; subset++) {
        long sum = 100;
        for (int i = 0; i < unknown.length; i++) {
          sum += (subset >> i & 1) * unknown[i];
        }
        expected.add(sum);
      }
      for (long sum = -100; sum <= 300; sum++) {
        assertThat(sums.contains(sum)).isEqualTo(expected.contains(sum));
      }
    }
  }

  @Test
  void manyIntervalsAreNotAllShown() {
    assertThat(of(0, 10, 20, 40, 80)).asString().endsWith("or 70, or …");
  }

  @Test
  @DisplayName("the sums of many large deltas of unknown outcome are an interval")
  void manyIntervalsBecomeOne() {
    long[] deltas = LongStream.range(0, 20).map(i -> 1_000_000 + (2L << i)).toArray();
    PossibleSums few = of(0, Arrays.copyOf(deltas, 13));
    assertThat(few.intervals()).hasSize(1 << 13);
    assertThat(few.contains(1_000_002)).isTrue();
    assertThat(few.contains(1_000_003)).isFalse();
    assertThat(of(0, deltas)).hasToString("0 to " + LongStream.of(deltas).sum());
  }
}
