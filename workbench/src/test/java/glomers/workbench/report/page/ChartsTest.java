package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.HistoryBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final long MS = 1_000_000;

  /** So many reads of 2 ms, one after the other; each hundredth takes 7 ms, each 1,000th fails. */
  private static HistoryBuilder reads(int count) {
    HistoryBuilder history = new HistoryBuilder();
    for (int i = 0; i < count; i++) {
      long start = 10L * i;
      history.at(start).invoke(0, "read", null).at(start + (i % 100 == 99 ? 7 : 2));
      if (i % 1_000 == 999) {
        history.fail(0, null);
      } else {
        history.ok(0);
      }
    }
    return history;
  }

  @Test
  void fewOperationsAreAllPoints() {
    Charts charts = Charts.of(reads(500).build());
    assertThat(charts.points()).hasSize(500);
    assertThat(charts.all()).isEqualTo(500);
    assertThat(charts.points().get(0).latencyNanos()).isEqualTo(2 * MS);
  }

  @Test
  void manyAreChosenWithSlowestAndFailed() {
    Charts charts = Charts.of(reads(30_000).build());
    assertThat(charts.points()).hasSizeBetween(4_000, 6_500);
    assertThat(charts.points().stream().filter(point -> !point.completion().isOk())).hasSize(30);
    assertThat(charts.points().stream().filter(point -> point.latencyNanos() == 7 * MS))
        .hasSizeGreaterThan(200);
  }

  @Test
  void slicesCountAllOperations() {
    Charts charts = Charts.of(reads(30_000).build());
    assertThat(charts.slices().get("read").stream().mapToInt(Charts.Slice::ok).sum())
        .isEqualTo(29_970);
    assertThat(charts.slices().get("read").stream().mapToInt(Charts.Slice::others).sum())
        .isEqualTo(30);
    assertThat(charts.slices().get("read").get(0).quantiles())
        .containsExactly(2 * MS, 2 * MS, 2 * MS, 7 * MS);
  }

  @Test
  void slicesHoldSomeOperations() {
    List<Charts.Slice> slices = Charts.of(reads(200).build()).slices().get("read");
    assertThat(slices).hasSizeBetween(8, 20).allMatch(slice -> slice.ok() >= 8);
    assertThat(slices).allMatch(slice -> slice.quantiles().length == 4);
  }

  @Test
  void fewOperationsHaveNoLines() {
    Charts charts = Charts.of(reads(30).build());
    assertThat(charts.points()).hasSize(30);
    assertThat(charts.slices()).isEmpty();
  }

  @Test
  void emptyHistoryHasNoSlices() {
    Charts charts = Charts.of(new HistoryBuilder().build());
    assertThat(charts.points()).isEmpty();
    assertThat(charts.slices()).isEmpty();
  }
}
