package glomers.workbench.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page that lists the files of a folder. */
final class FolderPage {
  private FolderPage() {}

  static String of(String path, List<Path> entries) {
    StringBuilder body = new StringBuilder("<p><a href=\"/\">All runs</a></p>\n<ul>\n");
    for (Path entry : entries) {
      String name = entry.getFileName() + (Files.isDirectory(entry) ? "/" : "");
      body.append("<li>").append(Html.link(name, name)).append("</li>\n");
    }
    return Html.page(path, body.append("</ul>\n").toString());
  }
}
