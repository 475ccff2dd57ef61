package glomers.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void medianOfOddNumberIsMiddle() {
    assertThat(new Series(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(new Series(List.of(7.5)).median()).isEqualTo(7.5);
  }

  @Test
  void medianOfEvenNumberIsMean() {
    assertThat(new Series(List.of(10.0, 1.0, 2.0, 5.0)).median()).isEqualTo(3.5);
    assertThat(new Series(List.of(2.0, 1.0)).median()).isEqualTo(1.5);
  }

  @Test
  void theLeastAndTheGreatestAreFoundAnywhere() {
    Series series = new Series(List.of(3.0, -1.0, 12.0, 4.0));
    assertThat(series.min()).isEqualTo(-1);
    assertThat(series.max()).isEqualTo(12);
  }

  @Test
  void keepsOrderOfRuns() {
    List<Double> values = new ArrayList<>(List.of(3.0, 1.0, 2.0));
    Series series = new Series(values);
    values.clear();
    assertThat(series.median()).isEqualTo(2);
    assertThat(series.values()).containsExactly(3.0, 1.0, 2.0);
    assertThatThrownBy(() -> series.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void noValuesAreNoSeries() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Series(List.of()))
        .withMessage("a series has at least one value");
  }
}
