package glomers.workbench.simulation.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.workbench.checker.Finding;
import glomers.workbench.run.Flood;
import glomers.workbench.run.TestServers;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkerTest {
  @TempDir private Path folder;

  private static SimulatedRun failingFlood(String... faults) {
    return LongStream.range(0, 50)
        .mapToObj(
            seed ->
                Simulation.of(Flood::new)
                    .workload("broadcast")
                    .nodes(5)
                    .rate(10)
                    .latency(Duration.ofMillis(100))
                    .timeLimit(Duration.ofSeconds(20))
                    .nemesis(faults)
                    .nemesisInterval(Duration.ofSeconds(5))
                    .seed(seed)
                    .run())
        .filter(run -> !run.isValid())
        .findFirst()
        .orElseThrow();
  }

  private static ShortestRun shrink(SimulatedRun run) {
    return run.shortest(progress -> {}).orElseThrow();
  }

  private static String firstRule(List<Finding> findings) {
    return findings.get(0).rule().name();
  }

  @Test
  void lossUnderPartitionTakesThreeNodesAndOperations() {
    SimulatedRun run = failingFlood("partition");
    ShortestRun shortest = shrink(run);
    assertThat(shortest.nodes()).hasSizeLessThanOrEqualTo(3);
    assertThat(operations(shortest)).isLessThanOrEqualTo(3);
    assertThat(firstRule(shortest.result().findings()))
        .isEqualTo(firstRule(run.result().orElseThrow().findings()));
    assertThat(shortest.trace()).contains("> partition", "> invoke");
    assertThat(shortest.summary()).contains("the full run has 5, ");
  }

  private static long operations(ShortestRun shortest) {
    return shortest.outcome().history().clientOps().filter(op -> op.isInvoke()).count();
  }

  @Test
  void sameRunShrinksToSameResult() {
    assertThat(shrink(failingFlood("partition")).source())
        .isEqualTo(shrink(failingFlood("partition")).source());
  }

  @Test
  void pastedTestFails() throws Exception {
    for (String fault : List.of("partition", "kill", "loss")) {
      ShortestRun shortest = shrink(failingFlood(fault));
      assertThatThrownBy(() -> runPasted(shortest.source(), fault))
          .as(shortest.source())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(" 1. " + firstRule(shortest.result().findings()));
    }
  }

  /** Compiles what a user would paste, and runs it. */
  private void runPasted(String source, String name) throws Exception {
    Path file = folder.resolve(name + "/Pasted.java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        import glomers.workbench.network.Latency;
        import glomers.workbench.run.Flood;
        import glomers.workbench.simulation.Scenario;
        import java.time.Duration;
        import java.util.List;
        import org.junit.jupiter.api.Test;
        public class Pasted {
          static class Server extends Flood {
            Server(glomers.node.Node node) { super(node); }
          }
        """
            + source.replace("\nvoid ", "\npublic void ")
            + "}\n");
    compile(file);
    URL[] classes = {file.getParent().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      Class<?> pasted = loader.loadClass("Pasted");
      var test = pasted.getDeclaredMethods();
      for (var method : test) {
        if (method.getName().startsWith("seed")) {
          try {
            method.invoke(pasted.getDeclaredConstructor().newInstance());
          } catch (java.lang.reflect.InvocationTargetException e) {
            throw (Error) e.getCause();
          }
        }
      }
    }
  }

  private static void compile(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = new ArrayList<>(List.of("-d", file.getParent().toString()));
      options.addAll(List.of("-proc:none", "-cp", System.getProperty("java.class.path")));
      boolean compiled =
          compiler
              .getTask(
                  problems, files, null, options, null, files.getJavaFileObjects(file.toFile()))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
    }
  }

  @Test
  void serverThatIsWrongWithoutFaultsNeedsNone() {
    SimulatedRun run =
        Simulation.of(TestServers.server(ShrinkerTest::silent))
            .workload("broadcast")
            .nodes(4)
            .rate(10)
            .timeLimit(Duration.ofSeconds(5))
            .nemesis("partition", "loss", "pause")
            .seed(1)
            .run();
    ShortestRun shortest = shrink(run);
    assertThat(shortest.summary()).contains(" and 0 faults; ");
    assertThat(operations(shortest)).isLessThanOrEqualTo(3);
    assertThat(shortest.source()).contains("\"broadcast\", ").doesNotContain("partition");
  }

  /** Tells no other node what it knows. */
  private static void silent(Node node) {
    List<Integer> values = new ArrayList<>();
    node.on(
        Flood.Broadcast.class,
        request -> {
          values.add(request.body().message());
          return new Flood.BroadcastOk();
        });
    node.on(Flood.Read.class, request -> new Flood.ReadOk(values));
    node.on(Flood.Topology.class, request -> new Flood.TopologyOk());
  }

  @Test
  void invariantIsKept() {
    SimulatedRun run =
        Simulation.of(Flood::new)
            .workload("broadcast")
            .nodes(5)
            .timeLimit(Duration.ofSeconds(10))
            .always("less than five values", servers -> servers.get(0).size() < 5)
            .seed(2)
            .run();
    assertThat(run.isValid()).isFalse();
    ShortestRun shortest = shrink(run);
    assertThat(firstRule(shortest.result().findings())).isEqualTo("invariant");
    assertThat(operations(shortest)).isEqualTo(5);
    assertThat(shortest.nodes()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void validRunHasNoShorterOne() {
    SimulatedRun run =
        Simulation.of(Flood::new)
            .workload("broadcast")
            .nodes(3)
            .timeLimit(Duration.ofSeconds(5))
            .run();
    assertThat(run.isValid()).isTrue();
    assertThat(run.shortest(progress -> {})).isEmpty();
  }

  @Test
  void bothRunsAreReported() throws IOException {
    SimulatedRun run = failingFlood("partition");
    ShortestRun shortest = shrink(run);
    Path file = folder.resolve("shortest.html");
    shortest.writeReport(file, run, "a test");
    assertThat(file).content().contains(shortest.summary());
  }

  @Test
  void literalsAreJava() {
    assertThat(JavaLiteral.of("a\"\\\n\u00e9")).isEqualTo("\"a\\\"\\\\\\n\\u00e9\"");
    assertThat(JavaLiteral.of(List.of(1L, "k"))).isEqualTo("List.of(1L, \"k\")");
    List<Object> withNull = new ArrayList<>();
    withNull.add(null);
    assertThat(JavaLiteral.of(withNull)).isEqualTo("Arrays.asList((Object) null)");
    assertThat(JavaLiteral.of(Map.of("k", 2L))).isEqualTo("Map.ofEntries(Map.entry(\"k\", 2L))");
  }
}
