package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.bench.Workspace;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.ServerLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two engines agree, and the simulated one does the same every time. */
class AgreementIT {
  private static final String WORKBENCH = Workspace.executable("workbench").toString();
  private static final Path BIN = Workspace.executable("broadcast-3b");
  private static final int SEED = 42;

  @TempDir private Path folder;

  @Test
  void realAndVirtualTimeAgree() throws IOException {
    Program.Outcome real =
        workbench(
            "test",
            "-w",
            "broadcast",
            "--bin",
            BIN.toString(),
            "--node-count",
            "5",
            "--time-limit",
            "5",
            "--rate",
            "100",
            "--recovery-time",
            "1",
            "--seed",
            Integer.toString(SEED));
    assertThat(real.exitStatus()).as(real.output() + real.errors()).isZero();
    JsonObject summary =
        JsonParser.parseString(Files.readString(folder.resolve("store/latest/run.json")))
            .getAsJsonObject();

    SimulatedRun simulated =
        Simulation.of(ServerLoader.load(BIN))
            .workload("broadcast")
            .nodes(5)
            .timeLimit(Duration.ofSeconds(5))
            .rate(100)
            .recovery(Duration.ofSeconds(1))
            .noSwarm()
            .seed(SEED)
            .run()
            .assertValid();

    double cost = simulated.serverMessagesPerOperation();
    assertThat(summary.get("serverMessagesPerOperation").getAsDouble())
        .isCloseTo(cost, within(0.05 * cost));
  }

  @Test
  void sameSeedGivesSameTraceInAnotherJvm() throws IOException {
    Path first = trace("first", SEED);
    assertThat(trace("second", SEED)).hasSameBinaryContentAs(first);
    assertThat(Files.readAllBytes(trace("other", SEED + 1)))
        .isNotEqualTo(Files.readAllBytes(first));
  }

  private Path trace(String name, int seed) throws IOException {
    Path trace = folder.resolve(name);
    workbench(
        "simulate",
        "--store",
        folder.resolve("store").toString(),
        "-w",
        "broadcast",
        "--bin",
        BIN.toString(),
        "--node-count",
        "5",
        "--time-limit",
        "20",
        "--rate",
        "10",
        "--latency",
        "100",
        "--latency-dist",
        "exponential",
        "--nemesis",
        "partition,one-way-partition,loss,duplicate,reorder,slow,pause,kill",
        "--nemesis-interval",
        "2",
        "--seed",
        Integer.toString(seed),
        "--trace",
        trace.toString());
    assertThat(Files.readAllLines(trace)).hasSizeGreaterThan(1_000);
    return trace;
  }

  private Program.Outcome workbench(String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of(WORKBENCH));
    command.addAll(List.of(arguments));
    return new Program(command, Map.of()).run(folder, "");
  }
}
