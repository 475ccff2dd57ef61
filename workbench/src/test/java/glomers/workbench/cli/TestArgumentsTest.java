package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class TestArgumentsTest {
  @TempDir private Path directory;

  private static TestArguments parse(String... arguments) {
    TestArguments parsed = new TestArguments();
    List<String> all = new ArrayList<>(List.of("-w", "echo"));
    all.addAll(List.of(arguments));
    new CommandLine(parsed)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(all.toArray(String[]::new));
    return parsed;
  }

  private static TestOptions options(String... arguments) {
    return parse(arguments).toOptions();
  }

  @Test
  void defaultsAreMaelstroms() {
    TestOptions options = options();
    assertThat(options.workload()).isEqualTo("echo");
    assertThat(options.nodes()).containsExactly("n1", "n2", "n3", "n4", "n5");
    assertThat(options.timeLimit()).isEqualTo(Duration.ofSeconds(60));
    assertThat(options.rate()).isEqualTo(5);
    assertThat(options.concurrency()).isEqualTo(5);
    assertThat(options.latency()).isEqualTo(new Latency(Latency.Shape.CONSTANT, 0));
    assertThat(options.faults().names()).isEmpty();
    assertThat(options.faults().interval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.topology()).isEqualTo(Topology.GRID);
    assertThat(options.availability()).isEmpty();
    assertThat(options.faults().recovery()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 3, 10",
    "1, 3, 1",
    "1n, 3, 3",
    "4n, 3, 12",
    "4n, 1, 4",
    "0010n, 2, 20",
    "100000, 1, 100000"
  })
  void concurrencyIsANumberOrOneANode(String concurrency, int nodes, int workers) {
    assertThat(options("--concurrency", concurrency, "--node-count", "" + nodes).concurrency())
        .isEqualTo(workers);
  }

  @Test
  void joinsNodesOfAllOptions() throws IOException {
    Path file = Files.writeString(directory.resolve("nodes"), "f\n g \n\n");
    assertThat(options("-n", "x", "--nodes", "a,b", "--nodes-file", file.toString()).nodes())
        .containsExactly("f", "g", "a", "b", "x");
  }

  @Test
  void nodesHaveTheIdsThatAreAskedFor() {
    assertThat(options("--nodes", "a,b,n7").nodes()).containsExactly("a", "b", "n7");
    assertThat(options("--node-count", "3").nodes()).containsExactly("n0", "n1", "n2");
    assertThat(options("--nodes", "a,b", "--node-count", "1").nodes()).containsExactly("n0");
    assertThat(options("-n", "x", "--node", "y").nodes()).containsExactly("x", "y");
    assertThat(options("--nodes", "a,b", "--concurrency", "2n").concurrency()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"total, 1", "0, 0", "0.99, 0.99", "1, 1"})
  void availabilityIsTotalOrAFraction(String availability, double expected) {
    assertThat(options("--availability", availability).availability()).hasValue(expected);
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void everyTopologyCanBeAskedFor(Topology topology) {
    assertThat(options("--topology", topology.label()).topology()).isEqualTo(topology);
  }

  @ParameterizedTest
  @EnumSource(Latency.Shape.class)
  void everyDistributionCanBeAskedFor(Latency.Shape shape) {
    assertThat(options("--latency", "100", "--latency-dist", shape.label()).latency())
        .isEqualTo(new Latency(shape, 100));
  }

  @Test
  void faultsAreAskedForOnceEach() {
    assertThat(options("--nemesis", "partition").faults().names()).containsExactly("partition");
    assertThat(options("--nemesis", "partition, partition").faults().names())
        .containsExactly("partition");
  }

  @Test
  void secondsMayBeFractionsWhereTheyMeanPauses() {
    TestOptions options = options("--nemesis-interval", "0.5", "--recovery-time", "0.25");
    assertThat(options.faults().interval()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.faults().recovery()).isEqualTo(Duration.ofMillis(250));
    assertThat(options("--recovery-time", "0").faults().recovery()).isZero();
  }

  @Test
  void drawsSeedIfNoneIsGiven() {
    assertThat(options("--seed", "-42").seed()).isEqualTo(-42);
    assertThat(Stream.generate(() -> options().seed()).limit(20).distinct()).hasSize(20);
  }

  @Test
  void passesWordsAfterTwoHyphensToProgram() {
    assertThat(parse("--rate", "1", "--", "--rate", "2", "-w", "").programArguments)
        .containsExactly("--rate", "2", "-w", "");
    assertThat(parse().programArguments).isEmpty();
  }

  @Test
  void takesOptionsOfOtherWorkloads() {
    TestOptions options =
        options(
            "--consistency-models",
            "read-committed",
            "--key-count",
            "2",
            "--max-txn-length",
            "4",
            "--max-writes-per-key",
            "16",
            "--seed",
            "1");
    assertThat(options)
        .isEqualTo(
            new OptionsBuilder()
                .workload("echo")
                .consistencyModels(List.of("read-committed"))
                .keyCount(2)
                .maxTxnLength(4)
                .maxWritesPerKey(16)
                .seed(1)
                .build());
  }
}
