package glomers.bench.power;

import glomers.bench.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a part's sources with the patch of a mutant; of the library, the patched file alone. */
final class MutantCompiler {
  private MutantCompiler() {}

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(URI uri, String text) {
      super(uri, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /**
   * Compiles the mutant into a folder.
   *
   * @throws IllegalArgumentException if the patch does not fit, or what it makes is no program
   */
  static void compile(Mutant mutant, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Source> sources = new ArrayList<>(sources(mutant));
    if (mutant.isInLibrary()) {
      sources.add(source(mutant, Workspace.path(mutant.patch().file())));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-parameters",
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString());
    if (!compiler.getTask(null, null, problems, options, null, sources).call()) {
      throw new IllegalArgumentException(mutant.name() + ": " + problems.getDiagnostics());
    }
  }

  private static List<Source> sources(Mutant mutant) throws IOException {
    Path root = Workspace.path(mutant.part() + "/src/main/java");
    try (Stream<Path> files = Files.walk(root)) {
      List<Source> sources = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.add(source(mutant, file));
      }
      return sources;
    }
  }

  private static Source source(Mutant mutant, Path file) throws IOException {
    String text = Files.readString(file);
    boolean isPatched = file.equals(Workspace.path(mutant.patch().file()));
    return new Source(file.toUri(), isPatched ? mutant.patch().applyTo(text) : text);
  }
}
