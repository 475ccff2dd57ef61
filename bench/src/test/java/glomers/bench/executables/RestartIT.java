package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import glomers.bench.process.Restart;
import glomers.bench.process.Subject;
import glomers.bench.report.Metric;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RestartIT {
  @TempDir private Path folder;

  @Test
  @DisplayName("a store that is killed reads its last write, from less than twice its state")
  void restartsFromItsSnapshot() throws Exception {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    Subject store =
        new Subject(
            "raft-8e", List.of(Workspace.executable("raft-8e").toAbsolutePath().toString()));
    new Restart(5_000, folder).run(store, figures::put);
    assertThat(figures.get(Metric.RESTART_DISK)).isBetween(1.0, 2.0);
    assertThat(figures.get(Metric.RESTART)).isPositive();
    assertThat(folder).isEmptyDirectory();
  }
}
