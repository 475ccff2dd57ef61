package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import glomers.workbench.fault.Act;
import glomers.workbench.nemesis.Faults;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.LoadedServer;
import glomers.workbench.simulation.loader.ServerLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of the guide that says which part survives which fault. */
@Tag("thorough")
class FaultTableIT {
  private static final Path PAGE = Workspace.path("guide/faults.md");
  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- end of the table -->\n";
  private static final int SEEDS = 2;
  private static final int NODES_MAX = 3;

  private final List<String> brokenClaims = new ArrayList<>();

  @Test
  @DisplayName("each part survives what it claims; -Dglomers.golden=update writes the table")
  void isAsTheGuideSays() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    assertThat(from).as("the place of the table").isBetween(BEGIN.length(), to);
    String table = table();
    assertThat(brokenClaims).as("what parts claim, and do not keep").isEmpty();
    GoldenTrace.assertMatches(PAGE, page.substring(0, from) + table + page.substring(to));
  }

  private String table() {
    StringBuilder table = new StringBuilder("| |");
    Faults.names().forEach(fault -> table.append(" ").append(shortName(fault)).append(" |"));
    table.append("\n|---|").append("---|".repeat(Faults.names().size())).append("\n");
    Workspace.parts().forEach(part -> table.append(row(part)));
    return table.toString();
  }

  /** What stands behind this option in the settings of a part. */
  private static List<String> words(String part, String option) {
    return Workspace.matches(part + "/part.mk", option + " (\\S+)").stream()
        .flatMap(values -> List.of(values.split(",")).stream())
        .toList();
  }

  private static String shortName(String fault) {
    return "`" + fault.replace("one-way-partition", "one-way") + "`";
  }

  private String row(String part) {
    LoadedServer server = ServerLoader.load(Workspace.executable(part));
    List<String> claims = words(part, "--swarm-faults");
    StringJoiner row = new StringJoiner(" | ", "| [" + part + "](../" + part + ") | ", " |\n");
    for (String fault : Faults.names()) {
      row.add(outcome(part, server, fault, claims.contains(fault)));
    }
    return row.toString();
  }

  private String outcome(String part, LoadedServer server, String fault, boolean isClaimed) {
    List<SimulatedRun> invalid =
        LongStream.range(0, SEEDS)
            .mapToObj(seed -> run(part, server, fault, seed))
            .filter(run -> !run.isValid())
            .toList();
    if (isClaimed) {
      invalid.forEach(run -> brokenClaims.add(part + " under " + fault + ":\n" + run.describe()));
      List<String> window = words(part, "--loss-window");
      boolean hasWindow = fault.equals(Act.KILL.fault()) && !window.isEmpty();
      return hasWindow ? "all but the last " + window.get(0) + " s" : "survives";
    }
    return invalid.isEmpty() ? "" : "loses";
  }

  private static SimulatedRun run(String part, LoadedServer server, String fault, long seed) {
    int nodes =
        Workspace.matches(part + "/part.mk", "--swarm-nodes \\d+-(\\d+)").stream()
            .mapToInt(Integer::parseInt)
            .map(most -> Math.min(most, NODES_MAX))
            .findFirst()
            .orElse(NODES_MAX);
    List<String> models = words(part, "--consistency-models");
    List<String> window = words(part, "--loss-window");
    return Simulation.of(server)
        .workload(Workspace.settings(part).get("WORKLOAD"))
        .options(
            options -> {
              models.stream().findAny().ifPresent(any -> options.consistencyModels(models));
              window.forEach(it -> options.lossWindow(Duration.ofSeconds(Long.parseLong(it))));
            })
        .nodes(nodes)
        .concurrency("4n")
        .rate(10)
        .latency(Duration.ofMillis(10))
        .timeLimit(Duration.ofSeconds(30))
        .recovery(Duration.ofSeconds(25))
        .nemesis(fault)
        .nemesisInterval(Duration.ofSeconds(3))
        .noSwarm()
        .seed(seed)
        .run();
  }
}
