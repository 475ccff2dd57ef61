package glomers.workbench.report;

import glomers.workbench.checker.Sentences;
import glomers.workbench.report.page.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The page that shows two runs side by side: verdicts, options, and all figures of the results. */
final class ComparePage {
  private static final String TITLE = "Compare runs";
  private static final int TEXT_CHARS_MAX = 300;

  private final RunList.Entry a;
  private final RunList.Entry b;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  private ComparePage(RunList.Entry a, RunList.Entry b) {
    this.a = a;
    this.b = b;
  }

  static String of(RunList runs, RunList.Entry a, RunList.Entry b) {
    return new ComparePage(a, b).page(runs.folder(a).readFigures(), runs.folder(b).readFigures());
  }

  /** Instead, if there are no two runs of these names. */
  static String withoutRuns() {
    return Template.filled("compare", Map.of("title", TITLE, "none", true));
  }

  private String page(Map<String, Double> figuresOfA, Map<String, Double> figuresOfB) {
    row("verdict", a.summary().verdict(), b.summary().verdict(), "");
    row("begun", a.summary().started(), b.summary().started(), "");
    Map<String, String> optionsOfA = options(a.summary().command());
    Map<String, String> optionsOfB = options(b.summary().command());
    for (String option : union(optionsOfA.keySet(), optionsOfB.keySet())) {
      row(option, optionsOfA.getOrDefault(option, ""), optionsOfB.getOrDefault(option, ""), "");
    }
    for (String figure : union(figuresOfA.keySet(), figuresOfB.keySet())) {
      Double one = figuresOfA.get(figure);
      Double other = figuresOfB.get(figure);
      String difference = one == null || other == null ? "" : number(other - one);
      row(figure, number(one), number(other), difference);
    }
    return Template.filled(
        "compare",
        Map.of(
            "title", TITLE,
            "runs", true,
            "a", a.path(),
            "hrefOfA", Template.href(a.path()),
            "b", b.path(),
            "hrefOfB", Template.href(b.path()),
            "rows", rows));
  }

  private void row(String name, String one, String other, String difference) {
    rows.add(
        Map.of(
            "name", shortened(name),
            "one", shortened(one),
            "other", shortened(other),
            "differs", !one.equals(other),
            "difference", difference));
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX) + " …";
  }

  private static String number(Double value) {
    if (value == null) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Sentences.format("%,d", value.longValue())
        : Sentences.format("%,.4g", value);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Options by their names; words without a name, such as the command, by where they stand. */
  private static Map<String, String> options(List<String> command) {
    Map<String, String> options = new LinkedHashMap<>();
    String name = "";
    for (String word : command) {
      int equals = word.indexOf('=');
      if (word.startsWith("-") && equals > 0) {
        options.put(word.substring(0, equals), word.substring(equals + 1));
        name = "";
      } else if (word.startsWith("-")) {
        options.put(word, "yes");
        name = word;
      } else {
        options.merge(
            name, word, (before, more) -> before.equals("yes") ? more : before + " " + more);
      }
    }
    options.remove("");
    return options;
  }
}
