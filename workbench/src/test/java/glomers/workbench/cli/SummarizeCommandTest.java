package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.loader.PartJar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SummarizeCommandTest {
  @TempDir private Path folder;

  /** What a command has printed, and how it ended. */
  private record Done(int status, String out, String err) {}

  private static Done run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int status = commandLine.execute(words);
    return new Done(status, out.toString(), err.toString());
  }

  private static Done simulate(Path jar, String... words) {
    List<String> all = new ArrayList<>(List.of("simulate", "--bin", jar.toString()));
    all.addAll(List.of("-w", "echo", "--time-limit", "5", "--rate", "10", "--no-shrink"));
    all.addAll(List.of("--store", jar.resolveSibling("store").toString()));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  private Done summarize(Path... files) {
    return run(
        Stream.concat(Stream.of("summarize"), Arrays.stream(files).map(Path::toString))
            .toArray(String[]::new));
  }

  private Path results(String name) {
    return folder.resolve(name);
  }

  private void equalsOneMachine(Path jar) {
    Done one = simulate(jar, "--seeds", "90");
    simulate(jar, "--results", results("c").toString(), "--seed", "50", "--seeds", "40");
    simulate(jar, "--seeds=20", "--results=" + results("a"));
    simulate(jar, "--seed", "20", "--seeds", "30", "--results", results("b").toString());
    Done several = summarize(results("b"), results("c"), results("a"));
    assertThat(several.status).isEqualTo(one.status);
    assertThat(told(several.out)).isEqualTo(told(one.out));
    assertThat(several.err).isEmpty(); // that of a slow machine shows its progress
    assertThat(one.out).contains("of 90 seeds are valid");
  }

  /** All but how to run it again and where it is kept, which one machine only can say. */
  private static String told(String out) {
    return out.replaceFirst("(?s)\nRun it again:\n.*\n\n", "\n");
  }

  @Test
  void printsWhatOneMachineWouldHavePrinted() throws Exception {
    equalsOneMachine(PartJar.make(folder, PartJar.GOOD, "part.Main"));
  }

  @Test
  void printsTheFailureThatOneMachineWouldHavePrinted() throws Exception {
    Path jar = PartJar.make(folder, PartJar.BAD, "part.Main");
    equalsOneMachine(jar);
    assertThat(summarize(results("a"), results("b"), results("c")).status).isEqualTo(1);
  }

  @Test
  void warnsOfSeedsThatAreMissing() throws Exception {
    Path jar = PartJar.make(folder, PartJar.GOOD, "part.Main");
    simulate(jar, "--seed", "0", "--seeds", "5", "--results", results("a").toString());
    simulate(jar, "--seed", "8", "--results", results("b").toString());
    Done done = summarize(results("a"), results("b"));
    assertThat(done.status).isZero();
    assertThat(done.err).isEqualTo("Warning: there are no results of seeds 5 to 7\n");
  }

  @Test
  void namesWhatIsWrongWithTheFiles() throws Exception {
    Path cut =
        Files.writeString(
            results("cut"), "{\"seed\":1,\"verdict\":\"valid\",\"figures\":{},\"ok\":{}}\n{\"se");
    assertThat(summarize(cut).status).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(summarize(cut).err).startsWith(cut + ":2: is no line with a seed, its verdict");
    Path whole = Files.writeString(results("whole"), Files.readAllLines(cut).get(0) + "\n");
    assertThat(summarize(whole, whole).err)
        .startsWith(whole + ":1: seed 1 is in " + whole + ":1, too; give each file once");
    assertThat(summarize(results("missing")).err)
        .startsWith(results("missing") + ": can't be read: there is no such file");
    Path empty = Files.createFile(results("empty"));
    assertThat(summarize(empty).err).startsWith("there are no results in [" + empty + "]");
  }
}
