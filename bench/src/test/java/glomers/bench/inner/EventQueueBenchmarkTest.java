package glomers.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventQueueBenchmarkTest {
  @Test
  void eachTurnIsOneEvent() {
    EventQueueBenchmark benchmark = new EventQueueBenchmark();
    benchmark.fill();
    for (long ran = 1_001; ran <= 3_000; ran++) {
      assertThat(benchmark.inAndOut()).isEqualTo(ran);
    }
  }

  @Test
  void nothingComesOutOfAnEmptyQueue() {
    assertThat(new EventQueueBenchmark().inAndOut()).isZero();
  }
}
