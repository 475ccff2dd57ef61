package glomers.workbench.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The page that lists the runs. */
final class RunListPage {
  private RunListPage() {}

  static String of(List<RunList.Entry> entries) {
    if (entries.isEmpty()) {
      return Html.page(
          "Test runs",
          "<p>There are none yet. Run a test, such as <code>make run MODULE=echo</code>, and"
              + " load this page again.</p>\n");
    }
    StringBuilder body = new StringBuilder("<form action=\"/compare\">\n");
    body.append(
        "<table><thead><tr><th>Compare</th><th>Run</th><th>Verdict</th><th class=\"number\">Operations</th>"
            + "<th class=\"number\">Ok</th><th class=\"number\">Server messages / op</th>"
            + "<th>Files</th><th>Options</th></tr></thead><tbody>\n");
    entries.forEach(entry -> body.append(row(entry)));
    body.append(
        "</tbody></table>\n<p><button>Compare the two that are marked</button></p></form>\n");
    boolean running = entries.stream().anyMatch(RunList.Entry::isRunning);
    return running
        ? Html.refreshed("Test runs", body.toString())
        : Html.page("Test runs", body.toString());
  }

  /** As if there were no runs, with the folder that is not there. */
  static String withoutStore(Path store) {
    return Html.page(
        "Test runs",
        "<p>There is no folder <code>"
            + Html.escape(store.toString())
            + "</code>. Tests make it when they begin; if yours are elsewhere, start this server"
            + " with <code>--store</code>.</p>\n");
  }

  private static String row(RunList.Entry entry) {
    RunSummary summary = entry.summary();
    String path = entry.path() + "/";
    return "<tr><td class=\"whole\">"
        + mark("a", entry.path())
        + mark("b", entry.path())
        + "</td><td class=\"whole\">"
        + Html.link(path, entry.path())
        + "</td><td><span class=\"verdict "
        + Html.escape(summary.verdict())
        + "\">"
        + Html.escape(summary.verdict())
        + "</span></td><td class=\"number\">"
        + String.format(Locale.ROOT, "%,d", summary.operations())
        + "</td><td class=\"number\">"
        + String.format(Locale.ROOT, "%,d", summary.ok())
        + "</td><td class=\"number\">"
        + String.format(Locale.ROOT, "%.2f", summary.serverMessagesPerOperation())
        + "</td><td class=\"whole\">"
        + (entry.isRunning() ? "" : "<b>" + Html.link(path + "report.html", "report") + "</b> ")
        + Html.link(path + "results.edn", "results")
        + " "
        + Html.link(path + "history.txt", "history")
        + " "
        + Html.link(path + "workbench.log", "log")
        + " "
        + Html.link(path + "node-logs/", "nodes")
        + "</td><td><code>"
        + Html.escape(String.join(" ", summary.command()))
        + "</code>"
        + note(entry)
        + "</td></tr>\n";
  }

  private static String mark(String which, String path) {
    return "<label><input type=\"radio\" name=\""
        + which
        + "\" value=\""
        + Html.escape(path)
        + "\">"
        + which
        + "</label> ";
  }

  private static String note(RunList.Entry entry) {
    String text = entry.isRunning() ? entry.progress() : entry.summary().note();
    String firstLine = text.lines().findFirst().orElse("");
    return firstLine.isEmpty() ? "" : "<div class=\"note\">" + Html.escape(firstLine) + "</div>";
  }
}
