package glomers.bench.power;

import glomers.bench.Workspace;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads a mutant. A part's own classes are enough where the bug is in the part. Where it is in the
 * node library all classes of the workspace are loaded anew, for the workbench runs on that
 * library.
 */
final class MutantLoader {
  private MutantLoader() {}

  static URLClassLoader of(Mutant mutant, Path folder) throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
    if (!mutant.isInLibrary()) {
      return new URLClassLoader(urls.toArray(URL[]::new), MutantLoader.class.getClassLoader());
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** The name of the class of the part's server. */
  static String server(String part) throws IOException {
    Path root = Workspace.path(part + "/src/main/java");
    try (Stream<Path> files = Files.walk(root)) {
      Path server = files.filter(path -> path.endsWith("Server.java")).findFirst().orElseThrow();
      return root.relativize(server).toString().replace(".java", "").replace(File.separator, ".");
    }
  }
}
