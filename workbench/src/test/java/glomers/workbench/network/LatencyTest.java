package glomers.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glomers.workbench.network.Latency.Shape;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatencyTest {
  private static final int DRAWS = 20_000;

  private static long[] drawMillis(Shape shape, long meanMillis) {
    SplittableRandom random = new SplittableRandom(11);
    Latency latency = new Latency(shape, meanMillis);
    return LongStream.generate(() -> latency.drawNanos(random))
        .limit(DRAWS)
        .peek(nanos -> assertThat(nanos % 1_000_000).as("whole milliseconds").isZero())
        .map(nanos -> nanos / 1_000_000)
        .toArray();
  }

  private static double mean(long[] millis) {
    return LongStream.of(millis).average().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void aMeanOfZeroIsNoDelay(Shape shape) {
    assertThat(drawMillis(shape, 0)).containsOnly(0);
  }

  @Test
  void constantIsAlwaysTheMean() {
    assertThat(drawMillis(Shape.CONSTANT, 100)).containsOnly(100);
    assertThat(Latency.NONE.drawNanos(new SplittableRandom(1))).isZero();
  }

  @Test
  void uniformIsEvenUpToTwiceMean() {
    long[] millis = drawMillis(Shape.UNIFORM, 100);
    assertThat(LongStream.of(millis).min()).hasValue(0);
    assertThat(LongStream.of(millis).max()).hasValue(200);
    assertThat(mean(millis)).isCloseTo(100, within(2.0));
    long lowest = LongStream.of(millis).filter(each -> each < 50).count();
    assertThat((double) lowest / DRAWS).isCloseTo(0.25, within(0.015));
  }

  /** Cut to whole milliseconds, it loses half of one on average. */
  @Test
  void exponentialIsMostlyShort() {
    long[] millis = drawMillis(Shape.EXPONENTIAL, 100);
    assertThat(LongStream.of(millis).min()).hasValue(0);
    assertThat(LongStream.of(millis).max().orElseThrow()).isGreaterThan(600);
    assertThat(mean(millis)).isCloseTo(99.5, within(3.0));
    long beyondMean = LongStream.of(millis).filter(each -> each >= 100).count();
    assertThat((double) beyondMean / DRAWS).isCloseTo(Math.exp(-1), within(0.015));
  }

  @Test
  void shapesAreLabelledAsOptionsHaveThem() {
    assertThat(Shape.values())
        .extracting(Shape::label)
        .containsExactly("constant", "uniform", "exponential");
  }
}
