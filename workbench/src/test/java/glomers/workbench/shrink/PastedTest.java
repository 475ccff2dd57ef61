package glomers.workbench.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.workbench.plan.TestSource;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A test that was shown, compiled as if a person had pasted it into a class of tests. */
final class PastedTest implements AutoCloseable {
  private final Path folder;
  private final URLClassLoader loader;

  /**
   * Compiles it.
   *
   * @throws AssertionError if that fails
   */
  PastedTest(String source) throws IOException {
    folder = Files.createTempDirectory("pasted");
    Path file = folder.resolve("Pasted.java");
    Files.writeString(
        file,
        """
        import glomers.node.Node;
        import glomers.workbench.checker.Rules;
        import glomers.workbench.edn.Keyword;
        import glomers.workbench.network.Latency;
        import glomers.workbench.run.Flood;
        import glomers.workbench.simulation.Scenario;
        import glomers.workbench.shrink.ShrinkerTest;
        import glomers.workbench.time.Ties;
        import glomers.workbench.workload.Topology;
        import java.time.Duration;
        import java.util.Arrays;
        import java.util.List;
        import java.util.Map;
        import java.util.function.Function;
        import org.junit.jupiter.api.Test;
        public class Pasted {
          public Function<Node, Object> server;
        """
            + source.replace("\nvoid ", "\npublic void ")
            + "}\n");
    compile(file);
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  /** Compiles the file of a test, as it is. */
  static void compileFile(Path folder, TestSource source) throws IOException {
    compile(Files.writeString(folder.resolve("ShortestRunTest.java"), source.file()));
  }

  private static void compile(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d",
              file.getParent().toString(),
              "-proc:none",
              "-Xlint:none",
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  problems, files, null, options, null, files.getJavaFileObjects(file.toFile()))
              .call();
      assertThat(compiled).as("%s%n%s", problems, Files.readString(file)).isTrue();
    }
  }

  /** Runs it. */
  void run() throws Exception {
    run(null);
  }

  /** Runs it; the name {@code server} stands for this one, which may be private to its class. */
  void run(Function<? super Node, ?> server) throws Exception {
    Object test = loader.loadClass("Pasted").getDeclaredConstructor().newInstance();
    test.getClass().getField("server").set(test, server);
    for (Method method : test.getClass().getDeclaredMethods()) {
      if (method.getName().startsWith("seed")) {
        try {
          method.invoke(test);
        } catch (InvocationTargetException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          throw e;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
    }
  }
}
