package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that was asked for wrongly does not start, and its user learns what to write instead. */
class BadArgumentsTest {
  @TempDir private Path directory;

  private Captured test(String... arguments) throws IOException {
    Path program = directory.resolve("node");
    if (!Files.exists(program)) {
      Files.writeString(program, "#!/bin/sh\n");
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    List<String> all = new ArrayList<>(List.of("test", "--store", store().toString()));
    all.addAll(Arrays.asList(arguments));
    if (!all.contains("--bin")) {
      all.addAll(List.of("--bin", program.toString()));
    }
    return Captured.of(all.toArray(String[]::new));
  }

  private Path store() {
    return directory.resolve("store");
  }

  private void assertRefused(Captured captured, String message) {
    assertThat(captured.err()).contains(message).doesNotContain("\tat ");
    assertThat(captured.status()).isEqualTo(254);
    assertThat(captured.out()).isEmpty();
    assertThat(store()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --node-count 0          | --node-count 0: must be from 1 to 10000
          --node-count -1         | --node-count -1: must be from 1 to 10000
          --node-count 1000000    | --node-count 1000000: must be from 1 to 10000
          --nemesis kill,disk     | --nemesis disk: the disks and clocks of this machine can't be made to fail
          --disk-latency -1       | --disk-latency -0.001 s: must be from 0 to 1000000 s
          --node-count two        | Invalid value for option '--node-count': 'two' is not a whole number
          --nodes a,a             | --nodes a,a: an id is there twice
          --nodes a,c1            | --nodes c1: an id is made of at most 64 letters
          --nodes a/b             | --nodes a/b: an id is made of at most 64 letters
          --nodes ..              | --nodes ..: an id is made of at most 64 letters
          --nodes seq-kv,b        | --nodes seq-kv: is the name of a service
          --nodes a,,b            | --nodes : an id is made of at most 64 letters
          --time-limit 0          | --time-limit 0 s: must be from 0.001 to 1000000 s
          --time-limit 1.5        | Invalid value for option '--time-limit': '1.5' is not a whole number
          --time-limit 1000001    | --time-limit 1000001 s: must be from 0.001 to 1000000 s
          --rate -1               | --rate -1.0: must be from 0 to 1000000
          --rate 1e7              | --rate 1.0E7: must be from 0 to 1000000
          --rate NaN              | Invalid value for option '--rate': 'NaN' is not a number
          --rate 1d               | Invalid value for option '--rate': '1d' is not a number
          --rate 0x1p0            | Invalid value for option '--rate': '0x1p0' is not a number
          --rate fast             | Invalid value for option '--rate': 'fast' is not a number
          --concurrency 0         | --concurrency 0: must be a number such as 10, or one per node such
          --concurrency 0n        | --concurrency 0n: must be a number such as 10, or one per node such
          --concurrency n         | --concurrency n: must be a number such as 10
          --concurrency 4m        | --concurrency 4m: must be a number such as 10
          --concurrency -4        | --concurrency -4: must be a number such as 10
          --concurrency 99999999n | --concurrency 99999999n: must be a number such as 10
          --concurrency 999999n   | --concurrency 999999n: must be at most 100000 in all
          --latency -1            | --latency -1: must be from 0 to 1000000
          --latency 9999999999    | --latency 9999999999: must be from 0 to 1000000
          --latency-dist gaussian | 'gaussian' is none of constant, uniform, exponential
          --nemesis flood         | --nemesis flood: must be
          --nemesis partition,x   | --nemesis x: must be
          --nemesis ,             | --nemesis ',': name at least one fault, or leave the option out
          --rules lax             | 'lax' is none of strict, maelstrom
          --seed 99999999999999999999 | '99999999999999999999' is too large
          --key-count 3000000000  | '3000000000' is too large
          --bin ~/x               | the shell has not replaced ~ by your home folder
          --nemesis-interval 0    | --nemesis-interval 0 s: must be from 0.001 to 1000000 s
          --nemesis-interval 1e-9 | --nemesis-interval 0 s: must be from 0.001 to 1000000
          --nemesis-interval 1e18 | --nemesis-interval 9.223372036854E9 s: must be from 0.001 to 1000000
          --recovery-time -1      | --recovery-time -1 s: must be from 0 to 1000000
          --recovery-time 1e18    | --recovery-time 9.223372036854E9 s: must be from 0 to 1000000
          --topology star         | --topology star: there is no topology star; there are line, grid,
          --availability all      | --availability all: must be total, or a number from 0 to 1
          --availability 1.01     | --availability 1.01: must be total, or a number from 0 to 1
          --availability NaN      | --availability NaN: must be total, or a number from 0 to 1
          --seed x                | Invalid value for option '--seed': 'x' is not a whole number
          --test-count 0          | --test-count must be positive
          --availability 1d       | --availability 1d: must be total, or a number from 0 to 1
          --nodes n0,n1/../../x   | --nodes n1/../../x: an id is made of at most 64 letters
          --node \u001bx         | : an id is made of at most 64 letters
          -n a -n a               | --nodes a,a: an id is there twice
          -n a --nodes b,a        | --nodes b,a,a: an id is there twice
          --nodes-file missing    | --nodes-file missing: can't be read as UTF-8 text: is it there?
          node-count 3            | Unexpected argument node-count: options begin with --, and
          --key-count 0           | --key-count 0: must be from 1 to 1000000
          --writes 101            | --writes 101: must be from 1 to 100
          --writes 20             | --writes 20: echo has no writes; leave the option out
          --analysis-limit 0      | --analysis-limit 0 s: must be from 0.001 to 1000000 s
          """)
  void refusesInvalidOption(String arguments, String message) throws IOException {
    List<String> all = new ArrayList<>(List.of("-w", "echo"));
    all.addAll(List.of(arguments.split(" ")));
    assertRefused(test(all.toArray(String[]::new)), message);
  }

  @Test
  void anEmptyListOfFaultsIsRefused() throws IOException {
    assertRefused(test("-w", "echo", "--nemesis", ""), "--nemesis '': name at least one fault");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u2013-nemesis", "\u2014nemesis", "\u2212\u2212nemesis", "-\u2010nemesis"})
  void anotherDashThanAHyphenIsNamed(String option) throws IOException {
    Captured refused = test("-w", "echo", option, "partition", "--", "\u2013x");
    assertRefused(refused, option + " begins with a");
    assertThat(refused.err())
        .contains("workbench test")
        .contains(" -w echo --nemesis partition")
        .contains("\u2013x");
  }

  @Test
  void aDashWithinAValueIsNone() throws IOException {
    assertThat(test("-w", "\u2013", "--rate", "x").err()).doesNotContain("hyphens");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          import sys               | is a text without a first line that says what runs it
          ``                       | is a text without a first line that says what runs it
          $!/usr/bin/no-such-thing | there is no /usr/bin/no-such-thing here
          $!/usr/bin/env python99  | there is no python99 in the PATH
          $!/usr/bin/env -S A=1 python99 -u | there is no python99 in the PATH
          $!                       | names no interpreter
          $!/bin/sh~               | has CR LF line ends, as Windows writes them
          """)
  void aFirstLineThatRunsNothingIsNamed(String line, String problem) throws IOException {
    Path script = directory.resolve("script");
    Files.writeString(script, line.replace('$', '#').replace('~', '\r') + "\nrest\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    assertRefused(test("-w", "echo", "--bin", script.toString()), problem);
  }

  @Test
  void refusesUnknownWorkload() throws IOException {
    assertRefused(test("-w", "ecco"), "--workload ecco: must be one of broadcast, echo, ");
  }

  @Test
  void withoutAWorkloadNothingCanBeTested() throws IOException {
    assertRefused(test(), "Missing required option: '--workload=NAME'");
  }

  @Test
  void suggestsOptionForMistypedOne() throws IOException {
    assertRefused(test("-w", "echo", "--node-cuont", "3"), "--node-count");
    assertRefused(test("-w", "echo", "--node-cuont", "3"), "Unknown option");
  }

  @Test
  void aStoreThatCanNotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    for (String store : List.of(file.toString(), file + "/below", "/proc/x")) {
      Captured refused = test("-w", "echo", "--store", store);
      assertRefused(refused, "--store " + store + ": no run can be kept there: ");
      assertThat(refused.err()).contains(". Choose a folder that you may write to.\n");
    }
  }

  @Test
  void aProgramThatIsMissingIsNamed() throws IOException {
    assertRefused(
        test("-w", "echo", "--bin", directory.resolve("missing").toString()),
        "missing: there is no such file: is the path right, and is the program built?");
  }

  @Test
  void aProgramThatIsAFolderIsNamed() throws IOException {
    assertRefused(
        test("-w", "echo", "--bin", directory.toString()), "must be a program, not a folder");
  }

  @Test
  void anEmptyProgramOrAPipeIsNamed() throws Exception {
    assertRefused(test("-w", "echo", "--bin", ""), "--bin: name the program that runs a node");
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertRefused(
        test("-w", "echo", "--bin", pipe.toString()), "must be a program, not a device or pipe");
  }

  @Test
  void refusesProgramArgumentsWithoutTwoHyphens() throws IOException {
    Path program = Files.writeString(directory.resolve("other"), "#!/bin/sh\n");
    assertRefused(
        test("-w", "echo", "--bin", program.toString(), "stray", "--", "word"),
        "Unexpected argument stray: options begin with --, and arguments for the program stand"
            + " after -- (as in -- stray)");
    assertRefused(
        test("-w", "echo", "--bin", program.toString(), "--", "word"), "is not executable");
  }

  @Test
  void fuzzingTakesNoStrayWordsEither() throws IOException {
    Path program = Files.writeString(directory.resolve("node"), "#!/bin/sh\n");
    assertRefused(
        Captured.of("fuzz", "-w", "echo", "--bin", program.toString(), "stray"),
        "Unexpected argument stray: options begin with --");
  }

  @Test
  void truncatesLongNodeIds() throws IOException {
    String id = "n".repeat(300);
    assertRefused(test("-w", "echo", "--nodes", id), "n…: an id is made of at most 64 letters");
  }

  @Test
  void refusesProgramThatIsNotExecutable() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "#!/bin/sh\n");
    assertRefused(
        test("-w", "echo", "--bin", file.toString()),
        "is not executable; make it so: chmod +x " + file);
  }

  @Test
  void withoutAProgramNothingCanBeTested() {
    assertRefused(Captured.of("test", "-w", "echo"), "Missing required option: '--bin=FILE'");
  }
}
