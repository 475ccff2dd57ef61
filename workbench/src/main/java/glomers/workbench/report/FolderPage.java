package glomers.workbench.report;

import glomers.workbench.report.page.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page that lists the files of a folder. */
final class FolderPage {
  private FolderPage() {}

  static String of(String path, List<Path> entries) {
    return Template.filled(
        "folder", Map.of("title", path, "files", entries.stream().map(FolderPage::file).toList()));
  }

  private static Map<String, String> file(Path entry) {
    String name = entry.getFileName() + (Files.isDirectory(entry) ? "/" : "");
    return Map.of("href", Template.href(name), "name", name);
  }
}
