package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.report.RunFolder;
import glomers.workbench.report.Store;
import glomers.workbench.report.StoreWriter;
import glomers.workbench.report.page.ShortRun;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.RunFiles;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.workload.TestOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What a person sees of twelve broken servers: by one seed, by a sweep, by JUnit and by a check of
 * the stored run. The screens are kept as files that a person has read and approved.
 */
@Tag("golden")
class ScreensTest {
  static final List<ClassicMistakes.Mistake> MISTAKES = ClassicMistakes.ALL;

  @TempDir private Path folder;

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void failureIsToldOnOneScreen(ClassicMistakes.Mistake mistake) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("simulate", "--bin", "/nodes/server.jar"));
    arguments.addAll(List.of(mistake.options().split(" ")));
    arguments.addAll(List.of("--time-limit", "5", "--seed", "0"));
    List<String> again = new ArrayList<>(List.of("workbench"));
    again.addAll(arguments);
    TestOptions options = StoredArguments.options(arguments, 0);
    Simulation<?> simulation = Simulation.of(mistake.server(), OptionsBuilder.of(options));
    SimulatedRun run = simulation.run();

    StoreWriter writer = new StoreWriter();
    SimulatedRunStore stored =
        SimulatedRunStore.begin(
            new Store(folder.resolve("store")), run, arguments, "workbench simulate …", writer);
    Screen screen = stored.write(true, progress -> {}).again(again);
    String one = masked(screen.text(), stored.folder());

    SeedSweep sweep =
        new SeedSweep(
            seed -> Simulation.of(mistake.server(), OptionsBuilder.of(options).seed(seed)).run(),
            seed -> "",
            result -> {},
            new PrintWriter(new StringWriter()),
            false);
    String many = masked(SeedSweep.text(sweep.run(0, 2), screen), stored.folder());

    // The search is not repeated: it takes longer than all else.
    ShortRun shortest = screen.shortest().orElseThrow();
    RunFolder target = new RunFolder(Files.createDirectory(folder.resolve("seed-0")));
    Screen ofTest =
        new RunFiles(target, writer, "MyTest.isValid", "mvn test")
            .write(run, false, progress -> {}, recording -> {});
    Files.copy(stored.folder().shortestReport(), target.shortestReport());
    Files.copy(stored.folder().shortestTest(), target.shortestTest());
    String junit =
        masked(
            ofTest
                .shortest(shortest)
                .files(target)
                .again(List.of("mvn", "test", "-Dtest=MyTest#isValid", "-Dglomers.seed=0"))
                .text(),
            target);

    Captured check = Captured.of("check", stored.folder().path().toString());
    assertThat(check.status()).as(check.err()).isEqualTo(1);
    assertThat(stored.folder().report()).content().contains("<svg class=\"spacetime\"");
    String checked = masked(screenOf(check.out()), stored.folder());

    assertThat(writer.problem()).isEmpty();
    assertThat(List.of(one, many, junit, checked))
        .allSatisfy(
            text ->
                assertThat(text.lines())
                    .hasSizeLessThanOrEqualTo(Screen.LINES_MAX)
                    .allMatch(line -> line.length() <= Screen.COLUMNS_MAX));
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/screens", mistake.name() + ".txt"),
        String.join(
            "\n",
            section("workbench simulate --seed 0", one),
            section("workbench simulate --seeds 2", many),
            section("JUnit", junit),
            section("workbench check", checked)));
  }

  /** What follows the results. */
  private static String screenOf(String printed) {
    return printed.substring(printed.indexOf("\n\n") + 2).stripTrailing();
  }

  private static String masked(String text, RunFolder folder) {
    return text.replace(folder.path().toAbsolutePath().toUri().toString(), "file:///…/")
        .replace(folder.path().toString(), "…");
  }

  private static String section(String title, String screen) {
    return "==== " + title + "\n\n" + screen + "\n";
  }
}
