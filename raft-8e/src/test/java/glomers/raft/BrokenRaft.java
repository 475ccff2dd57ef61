package glomers.raft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A Raft with one wrong rule.
 *
 * @param name what is wrong
 * @param file the source file that holds the rule
 * @param right the lines of the rule
 * @param wrong the lines in their place
 * @param findings the invariants and rules of which one finds it; none if no seed does
 */
record BrokenRaft(String name, String file, String right, String wrong, List<String> findings) {
  private static final Path MAIN = Path.of("src/main/java/glomers/raft");
  private static final Path TEST = Path.of("src/test/java/glomers/raft");

  /** All of {@code broken/rules.txt}. */
  static List<BrokenRaft> all() {
    List<BrokenRaft> all = new ArrayList<>();
    for (String block : read(Path.of("src/test/resources/broken/rules.txt")).split("\n## ")) {
      if (!block.startsWith("#")) {
        List<String> lines = block.strip().lines().toList();
        all.add(
            new BrokenRaft(
                lines.get(0),
                lines.get(1),
                behind("-", lines),
                behind("+", lines),
                behind("!", lines).lines().toList()));
      }
    }
    return all;
  }

  private static String behind(String mark, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(mark + " "))
        .map(line -> line.substring(2))
        .collect(Collectors.joining("\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its sources, in this folder. */
  private List<String> writeSources(Path folder) throws IOException {
    List<Path> files = new ArrayList<>(List.of(TEST.resolve("Invariants.java")));
    files.add(TEST.resolve("FaultyRun.java"));
    try (Stream<Path> main = Files.list(MAIN)) {
      main.sorted(Comparator.naturalOrder()).forEach(files::add);
    }
    List<String> written = new ArrayList<>();
    boolean found = false;
    for (Path source : files) {
      String text = read(source);
      if (source.endsWith(file)) {
        found = text.indexOf(right) >= 0 && text.indexOf(right) == text.lastIndexOf(right);
        text = text.replace(right, wrong);
      }
      Path target = folder.resolve(source.getFileName());
      Files.writeString(target, text);
      written.add(target.toString());
    }
    if (!found) {
      throw new IllegalStateException(
          "the rule of \"" + name + "\" must stand once in " + file + ", as this:\n" + right);
    }
    return written;
  }

  /** Its classes, compiled into this folder; those of libraries are shared. */
  ClassLoader compile(Path folder) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-parameters",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    arguments.addAll(writeSources(folder));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException("\"" + name + "\" does not compile");
    }
    return new OwnFirst(folder);
  }

  /**
   * Takes the classes of this package from a folder, though the parent has some of the same names.
   */
  private static final class OwnFirst extends URLClassLoader {
    OwnFirst(Path folder) throws MalformedURLException {
      super(new URL[] {folder.toUri().toURL()}, BrokenRaft.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String type, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(type)) {
        if (!type.startsWith(BrokenRaft.class.getPackageName())) {
          return super.loadClass(type, resolve);
        }
        Class<?> loaded = findLoadedClass(type);
        return loaded == null ? findClass(type) : loaded;
      }
    }
  }
}
