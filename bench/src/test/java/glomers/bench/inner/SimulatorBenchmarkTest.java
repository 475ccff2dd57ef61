package glomers.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import glomers.workbench.simulation.SimulatedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorBenchmarkTest {
  private final SimulatorBenchmark benchmark = new SimulatorBenchmark();

  @TempDir private Path folder;

  /** An empty jar that says where to look: {@link Server} is on the classpath. */
  @BeforeEach
  void load() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(Attributes.Name.MAIN_CLASS, Server.class.getPackageName() + ".Main");
    Path jar = folder.resolve("part.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    benchmark.bin = jar.toString();
    benchmark.workload = "broadcast";
    benchmark.nodes = 1;
    benchmark.rate = 20;
    benchmark.latencyMillis = 10;
    benchmark.load();
  }

  @Test
  void aRunIsWhatWasAskedFor() {
    SimulatedRun run = benchmark.run();
    assertThat(run.isValid()).isTrue();
    assertThat(run.options().timeLimit())
        .isEqualTo(Duration.ofSeconds(SimulatorBenchmark.VIRTUAL_SECONDS));
    assertThat(run.options().rate()).isEqualTo(20);
    assertThat(run.options().nodes()).hasSize(1);
  }

  @Test
  void eachRunHasItsOwnSeed() {
    assertThat(benchmark.run().options().seed()).isZero();
    assertThat(benchmark.run().options().seed()).isEqualTo(1);
  }

  @Test
  void aWrongResultIsNoResult() {
    benchmark.nodes = 3;
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(benchmark::run)
        .withMessageContaining(": invalid\n\nWhat is wrong:");
  }
}
