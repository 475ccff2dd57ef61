package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.loader.PartJar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SimulateCommandTest {
  private static final Pattern SEED = Pattern.compile("\\bseed\\s(\\d+):\\sinvalid\n");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int simulate(Path jar, String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> words = new ArrayList<>(List.of("simulate", "--bin", jar.toString()));
    words.addAll(List.of("-w", "echo", "--time-limit", "5", "--store", store().toString()));
    words.addAll(List.of(arguments));
    return commandLine.execute(words.toArray(String[]::new));
  }

  private Path store() {
    return folder.resolve("store");
  }

  /** What was printed, with commands on one line. */
  private String unwrapped() {
    return out.toString().replace(" \\\n      ", " ");
  }

  private Path good() throws Exception {
    return PartJar.make(folder, PartJar.GOOD, "part.Main");
  }

  private Path bad() throws Exception {
    return PartJar.make(folder, PartJar.BAD, "part.Main");
  }

  @Test
  void aGoodSweepEndsWithItsFigures() throws Exception {
    assertThat(simulate(good(), "--seeds", "10")).as(err.toString()).isZero();
    assertThat(out.toString().lines())
        .contains("10 of 10 seeds are valid")
        .anyMatch(line -> line.matches("server messages per operation +0 +0 +0"))
        .last()
        .isEqualTo("Everything looks good! ヽ(‘ー`)ノ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void reportsLowestFailingSeedWithReplay() throws Exception {
    Path jar = bad();
    assertThat(simulate(jar, "--seeds=200", "--rate=50", "--rate", "10")).isEqualTo(1);
    assertThat(out.toString()).containsPattern("\\d+ of 200 seeds are valid");
    Matcher seed = SEED.matcher(out.toString());
    assertThat(seed.find()).isTrue();
    assertThat(unwrapped())
        .contains(
            "Run it again:\n    workbench simulate --bin "
                + jar
                + " -w echo --time-limit 5 --store "
                + store()
                + " --rate 10 --swarm --seed "
                + seed.group(1)
                + "\n")
        .contains("the reply was");
    assertThat(
            simulate(
                jar, "--seeds", seed.group(1).equals("0") ? "1" : seed.group(1), "--rate", "10"))
        .as("all seeds below are valid")
        .isEqualTo(seed.group(1).equals("0") ? 1 : 0);
    assertThat(simulate(jar, "--rate", "10", "--seed", seed.group(1))).isEqualTo(1);
  }

  @Test
  void failingRunIsKeptInTheStore() throws Exception {
    Path report = folder.resolve("run.html");
    assertThat(simulate(bad(), "--seeds=200", "--rate", "10", "--report", report.toString()))
        .isEqualTo(1);
    Path run = store().resolve("latest").toRealPath();
    assertThat(out.toString())
        .contains("The shortest failing run found has 1 node, ")
        .contains("the page:                " + run.resolve("report.html").toUri())
        .contains("the shortest run's page: " + run.resolve("shortest.html").toUri())
        .contains("its test, to paste:      " + run.resolve("ShortestRunTest.java"));
    assertThat(run.resolve("ShortestRunTest.java"))
        .content()
        .contains("\npackage ", "Scenario.of(Server::new, ", "scenario.assertHolds(\"echo\");")
        .doesNotContain("import glomers.workbench.edn.Keyword;");
    assertThat(run.resolve("shortest.txt")).content().contains("echo_ok");
    assertThat(run.resolve("history.txt")).isNotEmptyFile();
    assertThat(run.resolve("messages.jsonl.gz")).isNotEmptyFile();
    assertThat(run.resolve("results.edn")).content().contains(":valid? false");
    assertThat(run.resolve("run.json")).content().contains("\"verdict\": \"invalid\"");
    assertThat(report).content().contains("<title>echo, 5 nodes: invalid</title>");
    assertThat(folder.resolve("run-shortest.html"))
        .content()
        .contains("<title>echo, 1 node: invalid</title>");
  }

  @Test
  void checkJudgesAStoredRunAgain() throws Exception {
    simulate(bad(), "--seeds=200", "--rate", "10");
    Path run = store().resolve("latest");
    String results = Files.readString(run.resolve("results.edn"));
    Captured check = Captured.of("check", run.toString());
    assertThat(check.status()).as(check.err()).isEqualTo(1);
    assertThat(check.out()).contains("the shortest run's page: ").doesNotContain("It was");
    assertThat(Files.readString(run.resolve("results.edn"))).isEqualTo(results);
  }

  @Test
  void sweepWithoutFailureLeavesNothing() throws Exception {
    assertThat(simulate(good(), "--seeds", "3")).isZero();
    assertThat(store()).doesNotExist();
  }

  @Test
  void aStoreThatCanNotBeWrittenDoesNotCostTheVerdict() throws Exception {
    Files.writeString(store(), "a file");
    assertThat(simulate(good(), "--seed", "3")).isZero();
    assertThat(out.toString())
        .contains("Could not be kept: the run, in --store " + store())
        .endsWith("Everything looks good! ヽ(‘ー`)ノ\n");
  }

  @Test
  void nothingIsShortenedIfNotWanted() throws Exception {
    assertThat(simulate(bad(), "--seeds=200", "--rate", "10", "--no-shrink")).isEqualTo(1);
    assertThat(out.toString()).doesNotContain("shortest");
  }

  @Test
  void quotesArgumentsOfReplay() throws Exception {
    Path spaced = Files.createDirectory(folder.resolve("with space"));
    Path jar = PartJar.make(spaced, PartJar.BAD, "part.Main");
    assertThat(simulate(jar, "--seeds", "200", "--rate", "10", "--", "--seed-like")).isEqualTo(1);
    assertThat(unwrapped())
        .containsPattern(
            "simulate --bin '" + jar + "' .* --rate 10 --swarm --seed \\d+ -- --seed-like\n");
  }

  @Test
  void oneSeedShowsItsResults() throws Exception {
    assertThat(simulate(good(), "--seed", "3")).isZero();
    assertThat(out.toString())
        .startsWith("{:perf")
        .contains(":workload {:valid? true, :errors ()}", ":valid? true}\n\necho, 5 nodes, ")
        .endsWith("\n\nEverything looks good! ヽ(‘ー`)ノ\n");
    assertThat(store().resolve("latest/report.html")).isNotEmptyFile();
  }

  @Test
  void tracesEveryEvent() throws Exception {
    Path trace = folder.resolve("events.txt");
    assertThat(simulate(good(), "--seed", "3", "--trace", trace.toString())).isZero();
    assertThat(Files.readAllLines(trace))
        .hasSizeGreaterThan(50)
        .first()
        .asString()
        .contains("c0 -> n1  {\"type\":\"init\"");
  }

  @Test
  void tracesOneSeedOnly() throws Exception {
    assertThat(simulate(good(), "--trace", "events.txt")).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString()).startsWith("--trace is for one run: give its --seed, too");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "1-", "0-3", "5-1"})
  void refusesNumbersOfNodesThatCannotBe(String range) throws Exception {
    assertThat(simulate(good(), "--swarm-nodes", range)).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString())
        .startsWith("--swarm-nodes " + range + ": must be the fewest nodes and the most");
  }

  @Test
  void namesFoldersThatAreMissing() throws Exception {
    String file = folder.resolve("missing/events.txt").toString();
    assertThat(simulate(good(), "--seed", "3", "--trace", file)).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString())
        .startsWith("--trace " + file + ": there is no folder " + folder.resolve("missing"));
    assertThat(simulate(good(), "--results", folder.toString())).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("--results " + folder + ": can't be written: ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsTheVerdictAndThenWhatIsLost() throws Exception {
    for (String option : List.of("--trace", "--results")) {
      assertThat(simulate(good(), "--seed", "3", option, "/dev/full")).isEqualTo(Main.BROKEN);
      assertThat(out.toString()).contains("Everything looks good!");
      assertThat(err.toString())
          .contains(
              option + " /dev/full: not all of it could be written: No space left on device\n");
    }
  }

  @Test
  void boundsTheSeedsOfOneSweep() throws Exception {
    assertThat(simulate(good(), "--seeds", "2147483647")).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString())
        .startsWith("--seeds 2147483647: must be at most 1,000,000; divide a longer sweep");
    String last = Long.toString(Long.MAX_VALUE);
    assertThat(simulate(good(), "--seed", last, "--seeds", "2")).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("there are no 2 seeds from there up");
  }

  @Test
  void warnsOfServersThatCanNotBeReplayed() throws Exception {
    String source =
        PartJar.GOOD.replace(
            "new EchoOk(", "new EchoOk(\"\" + System.nanoTime() == null ? null : ");
    assertThat(simulate(PartJar.make(folder, source, "part.Main"), "--seeds", "1")).isZero();
    assertThat(err.toString())
        .startsWith("Warning: a seed may not give the same run again")
        .contains("  Server.new reads the clock by System.nanoTime; use node.now()");
  }

  @Test
  void refusesServerWhoseStaticArrayHasChanged() throws Exception {
    String source =
        PartJar.GOOD
            .replace("class Server {", "class Server { static final int[] SEEN = {0};")
            .replace("request ->", "request -> SEEN[0]++ < 0 ? null :");
    Path jar = PartJar.make(folder, source, "part.Main");
    for (String one : List.of("--seed", "--seeds")) {
      assertThat(simulate(jar, one, "3")).isEqualTo(Main.BROKEN);
      assertThat(err.toString())
          .contains(
              "Server.SEEN is static and has changed: it is an array. Keep all state in fields")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void runsSeedsFromTheGivenOne() throws Exception {
    assertThat(simulate(good(), "--seed", "7", "--seeds", "12")).isZero();
    assertThat(out.toString()).contains("12 of 12 seeds are valid");
  }

  @Test
  void runsWithoutOperationsAreUnknown() throws Exception {
    assertThat(simulate(good(), "--rate", "0", "--seed", "1")).isEqualTo(2);
    assertThat(out.toString()).contains("No operation was performed: there is nothing to judge by");
  }

  @Test
  void optionsWithoutEffectAreNamed() throws Exception {
    assertThat(simulate(good(), "--seed", "1", "--no-ssh", "--username", "root")).isZero();
    assertThat(err.toString()).contains("No effect here: --no-ssh, --username (nodes run on");
  }

  @Test
  void replaysSeedsOfAnyRange() throws Exception {
    Path jar = bad();
    assertThat(simulate(jar, "--seeds", "400", "--seed", "5", "--rate", "10")).isEqualTo(1);
    Matcher seed = SEED.matcher(out.toString());
    assertThat(seed.find()).isTrue();
    assertThat(Long.parseLong(seed.group(1))).isBetween(5L, 404L);
    assertThat(unwrapped()).contains(" --rate 10 --swarm --seed " + seed.group(1) + "\n");
  }

  @Test
  void whatCanNotBeSimulatedIsToldSo() throws Exception {
    Path script = Files.writeString(folder.resolve("node.sh"), "#!/bin/sh\n");
    assertThat(simulate(script)).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("node.sh: is no jar");
    assertThat(simulate(good(), "--seeds", "0")).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("--seeds 0: must be at least 1");
    assertThat(simulate(folder.resolve("missing"))).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString()).contains("there is no such file");
  }
}
