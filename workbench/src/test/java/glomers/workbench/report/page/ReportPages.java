package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.history.History;
import glomers.workbench.run.Flood;
import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;

/** Reports to look at, and the browser that shows them. */
final class ReportPages {
  private static ReportPages opened;

  private final Browser browser;

  /** Of this process alone: others make theirs at the same time. */
  private final Path folder =
      Path.of("target", "report-pages", Long.toString(ProcessHandle.current().pid()));

  /** The report of a run that loses values in a partition. */
  final Path lossy = folder.resolve("lossy.html");

  /** The same run with its shortest form. */
  final Path short3b = folder.resolve("short.html");

  private ReportPages(Browser browser) throws IOException {
    this.browser = browser;
    Files.createDirectories(folder);
    SimulatedRun run =
        Simulation.of(Flood::new)
            .workload("broadcast")
            .nodes(5)
            .rate(20)
            .latency(Duration.ofMillis(50))
            .timeLimit(Duration.ofSeconds(12))
            .nemesis("partition")
            .nemesisInterval(Duration.ofSeconds(4))
            .noSwarm()
            .seed(3)
            .run();
    assertThat(run.isValid()).isFalse();
    write(run, Optional.empty(), lossy);
    write(run, run.shrink(text -> {}).run(), short3b);
  }

  /** The reports and a browser: those of this process, which is closed at its end. */
  static synchronized ReportPages open() throws IOException {
    if (opened == null) {
      Browser browser = Browser.open();
      Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
      opened = new ReportPages(browser);
    }
    return opened;
  }

  Browser browser() {
    return browser;
  }

  /** A file for a report of this name. */
  Path file(String name) {
    return folder.resolve(name);
  }

  private static void write(SimulatedRun run, Optional<ShortestRun> shortest, Path file)
      throws IOException {
    ReportPage.write(
        Reports.of(
                run.options(),
                run.outcome(),
                run.result(),
                run.recorded().recording().orElseThrow(),
                "simulate",
                "simulate --seed 3",
                Map.of(),
                List.of())
            .with(shortest.map(ShortRun::of)),
        file);
  }

  /** How many colours a picture has. */
  long colours(String canvas) {
    return (Long)
        browser.run(
            """
            const c = document.getElementById(arguments[0]);
            const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
            const all = new Set();
            for (let i = 0; i < d.length; i += 4) all.add((d[i] << 16) + (d[i + 1] << 8) + d[i + 2]);
            return all.size;
            """,
            canvas);
  }

  String text(String selector) {
    return browser.driver().findElement(By.cssSelector(selector)).getText();
  }

  String hash() {
    return (String) browser.run("return location.hash");
  }

  String drawing() {
    return (String) browser.run("return document.querySelector('#anomaly .drawing').textContent");
  }

  Path reportOf(String name, History history, Finding... findings) throws IOException {
    return reportOf(name, history, new Recordings(), findings);
  }

  Path reportOf(String name, History history, Recordings recordings, Finding... findings)
      throws IOException {
    Path file = folder.resolve(name + ".html");
    ReportPage.write(
        new ReportInput(
            name,
            "invalid",
            "",
            "",
            1,
            List.of(findings),
            Map.of(),
            "",
            history,
            recordings.recording(),
            List.of("n0", "n1", "n2"),
            3,
            Map.of(),
            List.of(),
            "",
            Optional.empty()),
        file);
    return file;
  }
}
