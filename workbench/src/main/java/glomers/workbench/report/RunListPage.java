package glomers.workbench.report;

import glomers.workbench.checker.Sentences;
import glomers.workbench.report.page.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page that lists the runs. It loads itself again every other second while one is running. */
final class RunListPage {
  private static final String TITLE = "Test runs";

  private RunListPage() {}

  static String of(List<RunList.Entry> entries) {
    return Template.filled(
        "runs",
        Map.of(
            "title", TITLE,
            "refresh", entries.stream().anyMatch(RunList.Entry::isRunning),
            "none", entries.isEmpty(),
            "any", !entries.isEmpty(),
            "runs", entries.stream().map(RunListPage::row).toList()));
  }

  /** As if there were no runs, with the folder that is not there. */
  static String withoutStore(Path store) {
    return Template.filled("runs", Map.of("title", TITLE, "missing", store.toString()));
  }

  private static Map<String, Object> row(RunList.Entry entry) {
    RunSummary summary = entry.summary();
    return Map.of(
        "path", entry.path(),
        "href", Template.href(entry.path()),
        "verdict", summary.verdict(),
        "operations", Sentences.format("%,d", summary.operations()),
        "ok", Sentences.format("%,d", summary.ok()),
        "messages", Sentences.format("%.2f", summary.serverMessagesPerOperation()),
        "ended", !entry.isRunning(),
        "command", String.join(" ", summary.command()),
        "note", note(entry));
  }

  private static String note(RunList.Entry entry) {
    String text = entry.isRunning() ? entry.progress() : entry.summary().note();
    return text.lines().findFirst().orElse("");
  }
}
