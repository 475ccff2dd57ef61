package glomers.bench.power;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of search power: how many seeds until fixed settings, and until a swarm, find each
 * mutant. {@code -Dglomers.power=update} writes it into the workspace; {@code -Dglomers.power.from}
 * is the first seed, 0 if it is not given: a swarm must not be tuned to some seeds.
 */
@Tag("thorough")
class SearchPowerTest {
  private static final int SEEDS = 100;
  private static final int FROM = Integer.getInteger("glomers.power.from", 0);
  private static final double CPU_SECONDS_MAX =
      Double.parseDouble(System.getProperty("glomers.power.seconds", "10"));
  private static final double FOUND_MIN = 0.9;
  private static final Path TABLE = Workspace.path("bench/search-power.md");

  @TempDir private Path folder;

  /** What a hunt has come to. */
  private record Outcome(int seed, int run, double cpuSeconds, String problem) {
    boolean isFound() {
      return seed >= 0;
    }

    String cells() {
      return String.format(
          Locale.ROOT, isFound() ? "%d | %.1f" : "— of %d | %.1f", run, cpuSeconds);
    }
  }

  @Test
  void swarmFindsNineOfTenMutants() throws Exception {
    String only = System.getProperty("glomers.mutants", ".*");
    List<String> rows = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int all = 0;
    int byFixed = 0;
    int bySwarm = 0;
    for (Mutant mutant : Mutant.all()) {
      if (!Pattern.matches(only, mutant.name())) {
        continue;
      }
      Outcome swarm = hunt(mutant, swarm(mutant), CPU_SECONDS_MAX);
      Outcome fixed = hunt(mutant, fixed(mutant.part()), CPU_SECONDS_MAX / 4);
      if (!swarm.isFound()) {
        missed.add("- " + mutant.name() + ": " + mutant.shownBy());
      }
      all++;
      byFixed += fixed.isFound() ? 1 : 0;
      bySwarm += swarm.isFound() ? 1 : 0;
      rows.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s |",
              mutant.name(),
              mutant.part(),
              mutant.promise(),
              fixed.cells(),
              swarm.cells()));
      System.err.println(
          rows.get(rows.size() - 1) + " " + swarm.problem() + " / " + fixed.problem());
    }
    String table = table(rows, missed, all, byFixed, bySwarm);
    Files.writeString(
        "update".equals(System.getProperty("glomers.power"))
            ? TABLE
            : Files.createDirectories(Path.of("target")).resolve("search-power.md"),
        table);
    assertThat((double) bySwarm / all).as(table).isGreaterThanOrEqualTo(FOUND_MIN);
  }

  private static String table(
      List<String> rows, List<String> missed, int all, int byFixed, int bySwarm) {
    return String.format(
        Locale.ROOT,
        """
        # Search power

        Each mutant is a part with one realistic bug, in a file of
        [mutants](src/test/resources/mutants). *Fixed* are the settings of the part's own test, in turn with
        a tenth of its rate under all faults that it claims to stand without a loss; *swarm* draws the settings of each seed
        (`make swarm`). The table shows how many seeds, from %d on, were run until one failed, at most %d, or those of
        %.0f seconds of CPU time (fixed: a quarter of it), and how long they took. `make search-power` writes it.
        A seed that the part as it is fails, too, does not count. Fixed runs are long: more CPU time would give
        them more seeds.

        Found with fixed settings: %d of %d. Found by the swarm: %d of %d.

        | mutant | part | promise that it breaks | fixed: seeds | CPU s | swarm: seeds | CPU s |
        |---|---|---|---|---|---|---|
        %s

        What would show those that the swarm does not find:

        %s
        """,
        FROM,
        SEEDS,
        CPU_SECONDS_MAX,
        byFixed,
        all,
        bySwarm,
        all,
        String.join("\n", rows),
        String.join("\n", missed));
  }

  /**
   * A seed counts only if the part as it is passes with it; settings in which it does not are out.
   */
  private Outcome hunt(Mutant mutant, List<List<String>> arguments, double cpuSecondsMax)
      throws Exception {
    double spent = 0;
    int from = FROM;
    for (int failsAsItIs = 0; failsAsItIs < 3; failsAsItIs++) {
      Outcome next = hunt(mutant, arguments, from, FROM + SEEDS, cpuSecondsMax - spent);
      spent += next.cpuSeconds;
      if (!next.isFound()
          || !hunt(mutant.correct(), arguments, next.seed, next.seed + 1, 1).isFound()) {
        return new Outcome(next.seed, next.run - FROM, spent, next.problem);
      }
      System.err.println("seed " + next.seed + " of " + mutant.part() + " fails as it is");
      from = next.seed + 1;
    }
    return new Outcome(-1, from - FROM, spent, "");
  }

  private Outcome hunt(
      Mutant mutant, List<List<String>> arguments, int from, int to, double cpuSecondsMax)
      throws Exception {
    Path classes = folder.resolve(mutant.name());
    if (!Files.exists(classes)) {
      MutantCompiler.compile(mutant, classes);
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = MutantLoader.of(mutant, classes)) {
      Thread.currentThread().setContextClassLoader(loader);
      Object found =
          loader
              .loadClass(Hunt.class.getName())
              .getMethod(
                  "hunt", String.class, int.class, List.class, int.class, int.class, double.class)
              .invoke(
                  null,
                  MutantLoader.server(mutant.part()),
                  mutant.limit(),
                  arguments,
                  from,
                  to,
                  cpuSecondsMax);
      List<?> words = (List<?>) found;
      return new Outcome(
          Integer.parseInt((String) words.get(0)),
          Integer.parseInt((String) words.get(1)),
          Double.parseDouble((String) words.get(2)),
          (String) words.get(3));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static List<List<String>> swarm(Mutant mutant) {
    List<String> words = own(mutant.part());
    words.add("--swarm");
    words.addAll(claims(mutant.part()));
    if (mutant.limit() > 0) { // small messages take longer than is promised
      words.addAll(List.of("--quiescence", "1000"));
    }
    return List.of(words);
  }

  private static List<List<String>> fixed(String part) {
    Map<String, String> settings = Workspace.settings(part);
    double rate =
        Pattern.compile("--rate (\\d+)")
            .matcher(settings.get("FLAGS"))
            .results()
            .mapToDouble(match -> Double.parseDouble(match.group(1)))
            .findFirst()
            .orElse(5);
    List<String> claims = claims(part);
    List<String> under = own(part);
    under.addAll(
        List.of(
            "--rate",
            "" + Math.max(5, rate / 10),
            "--nemesis-interval",
            "3",
            "--nemesis",
            survived(claims)));
    under.removeIf(word -> word.equals("--availability") || word.equals("total"));
    return List.of(own(part), under);
  }

  /** Those that ask for nothing but that all is as it should be in the end. */
  private static String survived(List<String> claims) {
    List<String> faults =
        new ArrayList<>(List.of(claims.get(claims.indexOf("--swarm-faults") + 1).split(",")));
    faults.removeIf(fault -> fault.startsWith("store-"));
    if (claims.contains("--loss-window")) {
      faults.remove("kill");
    }
    return String.join(",", faults);
  }

  private static List<String> claims(String part) {
    return words(Workspace.settings(part).getOrDefault("CLAIMS", ""));
  }

  private static List<String> own(String part) {
    Map<String, String> settings = Workspace.settings(part);
    List<String> words = new ArrayList<>(List.of("simulate", "--bin", part));
    words.addAll(List.of("-w", settings.get("WORKLOAD")));
    words.addAll(words(settings.get("FLAGS")));
    return words;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.split(" +"));
  }
}
