package glomers.workbench.report.screen;

import glomers.workbench.checker.Findings;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
import glomers.workbench.checker.general.CrashReplies;
import glomers.workbench.checker.general.IdleFaults;
import glomers.workbench.checker.general.SilentServers;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.Printable;
import glomers.workbench.report.RunFolder;
import glomers.workbench.report.page.ShortRun;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestFailure;
import glomers.workbench.shrink.ShortestRun.Search;
import glomers.workbench.workload.TestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run on one screen: what was run and its verdict, what is wrong, the shortest run that fails in
 * the same way, how to run it again, and where to look closer. {@code test}, {@code simulate},
 * {@code check} and JUnit show the same.
 *
 * <p>It has at most {@link #LINES_MAX} lines of at most {@link #COLUMNS_MAX} columns. Only words
 * without a space, such as paths, are longer: a path that is cut leads nowhere.
 *
 * @param options what was run
 * @param result the verdict and its reasons; empty if the run could not be finished
 * @param failure why it could not be finished; empty if it was
 * @param notes what else is to be known of it, a sentence or a few each
 * @param noShortest why there is no shortest run; without a reason if there is one, or nothing to
 *     say
 * @param shortest the shortest run that fails alike; empty if there is none
 * @param again the words of the command that runs it again; empty if there is none
 * @param files where to look closer: what is there, and its path or address
 */
public record Screen(
    TestOptions options,
    Optional<Result> result,
    Optional<TestFailure> failure,
    List<String> notes,
    NoShortest noShortest,
    Optional<ShortRun> shortest,
    List<String> again,
    Map<String, String> files) {
  /**
   * Why there is no shortest run.
   *
   * @param reason a sentence or two; empty if there is nothing to say
   * @param command the words of a command that looks for one; empty if there is none
   */
  public record NoShortest(String reason, List<String> command) {
    private static final NoShortest NOTHING = new NoShortest("", List.of());
  }

  /** The most lines. */
  public static final int LINES_MAX = 50;

  /** The most columns, but for what can't be broken. */
  public static final int COLUMNS_MAX = 120;

  private static final int INDENT = 4;
  private static final int WRONG_LINES_MAX = 16;
  private static final int WRONG_LINES_MIN = 8;
  private static final int FIRST_RULE_LINES_MAX = 8;
  private static final int RULE_LINES_MAX = 3;
  private static final int NOTE_LINES_MAX = 3;
  private static final int NOTES_MAX = 3;

  /** Keeps its own copies. */
  public Screen {
    notes = List.copyOf(notes);
    again = List.copyOf(again);
    files = new LinkedHashMap<>(files);
  }

  /** The verdict on a run, and its reasons. */
  public static Screen of(TestOptions options, RunRecord outcome, Optional<Result> result) {
    return new Screen(
        options,
        result,
        outcome.failure(),
        Stream.of(
                CrashReplies.note(outcome.history()),
                IdleFaults.note(outcome.history(), options.nodes().size()),
                result
                    .filter(all -> all.validity() == Validity.INVALID)
                    .flatMap(
                        all ->
                            SilentServers.note(
                                options.workload(), options.nodes().size(), outcome.network())))
            .flatMap(Optional::stream)
            .toList(),
        NoShortest.NOTHING,
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /** The same with one more note. */
  public Screen note(String sentence) {
    List<String> more = new ArrayList<>(notes);
    more.add(sentence);
    return new Screen(options, result, failure, more, noShortest, shortest, again, files);
  }

  /** The same with the shortest run that was found, or the reason why there is none. */
  public Screen shortest(Search found) {
    return found
        .run()
        .map(ShortRun::of)
        .map(this::shortest)
        .orElseGet(() -> without(new NoShortest(found.summary(), List.of())));
  }

  /** The same with the shortest run. */
  public Screen shortest(ShortRun run) {
    return new Screen(
        options, result, failure, notes, NoShortest.NOTHING, Optional.of(run), again, files);
  }

  /** The same with the reason why there is no shortest run. */
  public Screen without(NoShortest reason) {
    return new Screen(options, result, failure, notes, reason, Optional.empty(), again, files);
  }

  /** The same with the words of the command that runs it again. */
  public Screen again(List<String> words) {
    return new Screen(options, result, failure, notes, noShortest, shortest, words, files);
  }

  /** The same with what there is of a run in its folder. */
  public Screen files(RunFolder folder) {
    Map<String, String> places = new LinkedHashMap<>();
    add(places, "the page", folder.report(), folder.report().toAbsolutePath().toUri().toString());
    add(
        places,
        "the shortest run's page",
        folder.shortestReport(),
        folder.shortestReport().toAbsolutePath().toUri().toString());
    add(places, "its test, to paste", folder.shortestTest(), folder.shortestTest().toString());
    add(places, "the messages", folder.messages(), folder.messages().toString());
    add(places, "what nodes have logged", folder.nodeLogs(), folder.nodeLogs() + "/");
    add(places, "all files", folder.path(), folder.path() + "/");
    return new Screen(options, result, failure, notes, noShortest, shortest, again, places);
  }

  private static void add(Map<String, String> places, String what, Path file, String place) {
    if (Files.exists(file)) {
      places.put(what, place);
    }
  }

  /** The verdict. */
  public ExitStatus verdict() {
    return result.map(all -> ExitStatus.of(all.validity())).orElse(ExitStatus.CRASHED);
  }

  /** All of it, without a line break at its end. */
  public String text() {
    return text(LINES_MAX);
  }

  /** All of it on so many lines, for a screen on which something else stands, too. */
  public String text(int linesMax) {
    // What stands there, too, takes from the rules: without its cause a trace is of no use.
    int rulesMax = Math.max(WRONG_LINES_MIN, WRONG_LINES_MAX - (LINES_MAX - linesMax));
    List<String> before = account(rulesMax);
    List<String> after = new ArrayList<>();
    if (!again.isEmpty()) {
      after.addAll(List.of("", "Run it again:"));
      after.addAll(Columns.command(again, INDENT));
    }
    if (!files.isEmpty()) {
      after.addAll(List.of("", "Look closer:"));
      int width = files.keySet().stream().mapToInt(String::length).max().orElse(0);
      files.forEach(
          (what, place) -> after.add(" ".repeat(INDENT) + pad(what + ":", width + 2) + place));
    }
    after.addAll(List.of("", verdict().lastLine()));
    List<String> lines = new ArrayList<>(before);
    lines.addAll(shortest(linesMax - before.size() - after.size()));
    lines.addAll(after);
    return Printable.of(String.join("\n", lines));
  }

  /** What was run and what is wrong, without anything that differs from one machine to another. */
  public String what() {
    return Printable.of(String.join("\n", account(WRONG_LINES_MAX)));
  }

  private List<String> account(int rulesMax) {
    List<String> lines =
        new ArrayList<>(Columns.wrapped(RunTitle.of(options) + ": " + verdict().label(), 0));
    if (failure.isPresent()) {
      lines.add("");
      lines.addAll(FailureLines.of(failure.get()));
    }
    result.ifPresent(all -> lines.addAll(reasons(all, rulesMax)));
    if (!notes.isEmpty()) {
      lines.add("");
    }
    notes.stream()
        .limit(NOTES_MAX)
        .forEach(note -> lines.addAll(Columns.cut(Columns.wrapped(note, 0), NOTE_LINES_MAX)));
    return lines;
  }

  private static List<String> reasons(Result result, int linesMax) {
    List<String> lines = new ArrayList<>();
    if (!result.findings().isEmpty()) {
      lines.addAll(List.of("", "What is wrong:"));
      lines.addAll(cases(Findings.byRule(result.findings()), linesMax));
      for (String promise : Findings.promises(result.findings())) {
        lines.add("");
        lines.addAll(Columns.cut(Columns.wrapped(promise, 0), NOTE_LINES_MAX));
      }
    }
    if (result.rules() == Rules.MAELSTROM && !result.advice().isEmpty()) {
      lines.addAll(List.of("", Findings.ADVICE));
      lines.addAll(cases(Findings.byRule(result.advice()), linesMax));
    }
    Findings.maelstromsVerdict(result).ifPresent(sentence -> lines.addAll(List.of("", sentence)));
    return lines;
  }

  /**
   * A paragraph for each rule, for as many as there is room for. Transactions have the same names
   * in all of them, and are told at the first.
   */
  private static List<String> cases(List<Findings.Cases> rules, int linesMax) {
    List<String> lines = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      String sentence = String.format(Locale.ROOT, "%2d. %s", i + 1, rules.get(i).text());
      List<String> next =
          new ArrayList<>(
              Columns.cut(
                  Columns.wrapped(sentence, INDENT),
                  i == 0 ? FIRST_RULE_LINES_MAX : RULE_LINES_MAX));
      List<String> more =
          rules.get(i).lines().stream().filter(line -> !told.contains(line)).toList();
      more.forEach(line -> next.add(Columns.clipped(" ".repeat(INDENT + 2) + line, COLUMNS_MAX)));
      if (i > 0 && lines.size() + next.size() >= linesMax) {
        lines.add(" ".repeat(INDENT) + Findings.more(rules.size() - i));
        return lines;
      }
      lines.addAll(next);
      told.addAll(more);
    }
    return lines;
  }

  private List<String> shortest(int linesMax) {
    List<String> lines = new ArrayList<>();
    String summary = shortest.map(ShortRun::summary).orElse(noShortest.reason);
    if (!summary.isEmpty()) {
      lines.add("");
      lines.addAll(Columns.cut(Columns.wrapped(summary, 0), NOTE_LINES_MAX));
    }
    lines.addAll(
        noShortest.command.isEmpty() ? List.of() : Columns.command(noShortest.command, INDENT));
    shortest
        .flatMap(ShortRun::finding)
        .ifPresent(
            finding ->
                lines.addAll(
                    Columns.cut(
                        Columns.wrapped("What is wrong there: " + finding.sentence(), 0),
                        NOTE_LINES_MAX)));
    shortest.ifPresent(run -> lines.addAll(TraceLines.of(run, linesMax - lines.size())));
    return lines;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
