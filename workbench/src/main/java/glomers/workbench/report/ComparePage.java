package glomers.workbench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The page that shows two runs side by side: verdicts, options, and all figures of the results. */
final class ComparePage {
  private static final int TEXT_CHARS_MAX = 300;

  private final RunList.Entry a;
  private final RunList.Entry b;
  private final StringBuilder body = new StringBuilder();

  private ComparePage(RunList.Entry a, RunList.Entry b) {
    this.a = a;
    this.b = b;
  }

  static String of(RunList runs, RunList.Entry a, RunList.Entry b) {
    return new ComparePage(a, b).page(runs.folder(a).readFigures(), runs.folder(b).readFigures());
  }

  /** Instead, if there are no two runs of these names. */
  static String withoutRuns() {
    return Html.page(
        "Compare runs",
        "<p>Mark one run under a and another under b in <a href=\"/\">the list</a>.</p>\n");
  }

  private String page(Map<String, Double> figuresOfA, Map<String, Double> figuresOfB) {
    body.append(
        "<p><a href=\"/\">All runs</a></p>\n<div class=\"scroll\"><table><thead><tr><th></th>");
    body.append("<th>a: ").append(run(a)).append("</th><th>b: ").append(run(b));
    body.append("</th><th class=\"number\">b − a</th></tr></thead><tbody>\n");
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
    return Html.page("Compare runs", body.append("</tbody></table></div>\n").toString());
  }

  private static String run(RunList.Entry entry) {
    return Html.link(entry.path() + "/report.html", entry.path());
  }

  private void row(String name, String one, String other, String difference) {
    body.append(one.equals(other) ? "<tr>" : "<tr class=\"differs\">");
    for (String cell : List.of(name, one, other)) {
      body.append("<td>").append(Html.escape(shortened(cell))).append("</td>");
    }
    body.append("<td class=\"number\">").append(difference).append("</td></tr>\n");
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX) + " …";
  }

  private static String number(Double value) {
    if (value == null) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", value.longValue())
        : String.format(Locale.ROOT, "%,.4g", value);
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
