package glomers.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeOffTest {
  private static final List<TradeOff> MEASURED = measured();

  @TempDir private Path folder;

  private static List<TradeOff> measured() {
    List<TradeOff> all = new ArrayList<>();
    for (int nodes : List.of(25, 100, 1_000)) {
      for (int i = 0; i < TradeOff.SETTINGS.size(); i++) {
        all.add(
            new TradeOff(
                nodes, TradeOff.SETTINGS.get(i), nodes / (20.0 * (i + 1)), 300 * i, 400 * i));
      }
    }
    return all;
  }

  @Test
  void tableHasOneRowPerMeasurement() {
    assertThat(TradeOff.table(MEASURED).lines())
        .hasSize(2 + MEASURED.size())
        .contains("| 25 | 0 / 350 ms | 0.63 | 300 | 400 |");
  }

  @Test
  void drawsAnSvg() throws IOException {
    Path file = folder.resolve("chart.svg");
    TradeOffChart.of(MEASURED).write(file);
    assertThat(file).content().contains("<svg").hasSizeGreaterThan(10_000);
  }
}
