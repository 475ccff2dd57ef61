package glomers.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Validity;
import org.junit.jupiter.api.Test;

class LinearBenchmarkTest {
  @Test
  void historyIsLinearizable() {
    LinearBenchmark benchmark = new LinearBenchmark();
    benchmark.operations = 500;
    benchmark.record();
    assertThat(benchmark.check().validity()).isEqualTo(Validity.VALID);
  }
}
