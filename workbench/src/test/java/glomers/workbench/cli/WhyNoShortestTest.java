package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.report.screen.Screen.NoShortest;
import glomers.workbench.simulation.loader.PartJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyNoShortestTest {
  @TempDir private Path folder;

  @Test
  void partCanBeSimulated() throws Exception {
    String jar = PartJar.make(folder, PartJar.GOOD, "part.Main").toString();
    String words = "test -w echo --seed 3 --test-count=2 --log-stderr --rate 5 --bin";
    List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
    arguments.addAll(List.of(jar, "--", "--seed"));
    NoShortest reason = WhyNoShortest.of(arguments);
    assertThat(reason.reason()).endsWith("A simulation can do that:");
    assertThat(reason.command())
        .endsWith(
            "simulate", "-w", "echo", "--rate", "5", "--bin", jar, "--no-swarm", "--seeds", "20");
  }

  @Test
  void processesCannotBeShortened() {
    NoShortest reason =
        WhyNoShortest.of(List.of("test", "-w", "echo", "--bin", "/bin/true", "--seed", "3"));
    assertThat(reason.reason()).contains("processes do not do the same again").endsWith("tried.");
    assertThat(reason.command()).isEmpty();
  }

  @Test
  void simulatedRunHasNoneInItsFolder() {
    NoShortest reason = WhyNoShortest.of(List.of("simulate", "-w", "echo", "--bin", "/bin/true"));
    assertThat(reason.reason()).contains("none was looked for");
    assertThat(reason.command()).isEmpty();
  }
}
