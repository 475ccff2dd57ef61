package glomers.workbench.simulation.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.workbench.Effort;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.simulation.SimulatedRun;
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
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The shortest run of a broken server, and the test that is shown of it. */
public final class Shrunk {
  private Shrunk() {}

  /**
   * Holds that the shortest run breaks the same rule, and so does the test when it is pasted. A run
   * of which too little is known to judge it has no shortest one: an empty run would be.
   *
   * <p>In the thorough profile only: the search takes seconds.
   */
  public static void assertFailsAlike(SimulatedRun run, Function<? super Node, ?> server) {
    if (!Effort.isThorough()) {
      return;
    }
    if (run.result().orElseThrow().validity() == Validity.UNKNOWN) {
      assertThat(run.shortest(progress -> {})).isEmpty();
      return;
    }
    ShortestRun shortest =
        run.shortest(progress -> {}).orElseThrow(() -> new AssertionError(run.describe()));
    String rule = firstRule(run.result().orElseThrow());
    assertThat(firstRule(shortest.result())).isEqualTo(rule);
    assertThatThrownBy(() -> paste(shortest.source(), server))
        .as(shortest.source())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(" 1. " + rule);
  }

  private static String firstRule(Result result) {
    return result.findings().stream().findFirst().map(Finding::rule).orElseThrow().name();
  }

  /** Compiles the test and runs it; its server is this one, which may be private to its class. */
  private static void paste(String source, Function<? super Node, ?> server) throws Exception {
    Path folder = Files.createTempDirectory("pasted");
    Path file = folder.resolve("Pasted.java");
    Files.writeString(
        file,
        """
        import glomers.node.Node;
        import glomers.workbench.edn.Keyword;
        import glomers.workbench.network.Latency;
        import glomers.workbench.simulation.Scenario;
        import java.time.Duration;
        import java.util.Arrays;
        import java.util.List;
        import java.util.Map;
        import java.util.function.Function;
        import org.junit.jupiter.api.Test;
        public class Pasted {
          public Function<Node, Object> server;
        """
            + source
                .replace("\nvoid ", "\npublic void ")
                .replace("Scenario<Server>", "Scenario<?>")
                .replace("Server::new", "server")
            + "}\n");
    compile(file);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Shrunk.class.getClassLoader())) {
      Object test = loader.loadClass("Pasted").getDeclaredConstructor().newInstance();
      test.getClass().getField("server").set(test, server);
      for (Method method : test.getClass().getDeclaredMethods()) {
        if (method.getName().startsWith("seed")) {
          method.invoke(test);
        }
      }
    } catch (InvocationTargetException e) {
      throw (Error) e.getCause();
    } finally {
      Files.walk(folder).sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
    }
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
      assertThat(compiled).as(problems.toString()).isTrue();
    }
  }
}
