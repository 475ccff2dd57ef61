package glomers.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import glomers.node.Node;
import glomers.workbench.cli.StoredArguments;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.trace.TraceText;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same seed gives the same run, byte for byte, on every JDK: each that builds the workspace
 * compares with one file. A change of a part, of what a swarm draws or of the network changes the
 * file; if it should not, something is not as it was.
 */
@Tag("golden")
class SameRunsTest {
  private static final List<String> PARTS =
      List.of("broadcast-3d", "g-counter", "kafka-5a-durable", "kafka-5b", "txn-6c");

  private static final int SEEDS = 4;

  @Test
  @DisplayName("The events, history and results of a swarm's first seeds are those of the file")
  void seedsGiveTheSameRunsOnEveryJdk() throws Exception {
    StringBuilder runs = new StringBuilder();
    for (String part : PARTS) {
      URL classes = Workspace.path(part + "/target/classes").toUri().toURL();
      try (URLClassLoader loader = new URLClassLoader(new URL[] {classes})) {
        Constructor<?> server = loader.loadClass(server(part)).getDeclaredConstructor(Node.class);
        server.setAccessible(true);
        for (int seed = 0; seed < SEEDS; seed++) {
          runs.append(part).append(" seed ").append(seed).append(run(part, server, seed));
        }
      }
    }
    GoldenTrace.assertMatches(Path.of("src/test/resources/runs.txt"), runs.toString());
  }

  /** How many operations there were, and the SHA-256 of all that a run leaves. */
  private static String run(String part, Constructor<?> server, int seed)
      throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    SimulatedRun run =
        Simulation.of(
                (Node node) -> construct(server, node),
                OptionsBuilder.of(StoredArguments.options(arguments(part), seed)))
            .trace(event -> digest.update(TraceText.of(event).toString().getBytes(UTF_8)))
            .run();
    StringWriter history = new StringWriter();
    HistoryWriter.writeEdn(run.history(), history);
    digest.update(history.toString().getBytes(UTF_8));
    digest.update(Edn.print(run.toEdn()).getBytes(UTF_8));
    return ": " + run.history().size() + ", " + HexFormat.of().formatHex(digest.digest()) + "\n";
  }

  private static List<String> arguments(String part) {
    Map<String, String> settings = Workspace.settings(part);
    String words =
        String.join(" ", settings.get("FLAGS"), "--swarm", settings.getOrDefault("CLAIMS", ""));
    List<String> arguments = new ArrayList<>(List.of("simulate", "--bin", part));
    arguments.addAll(List.of("-w", settings.get("WORKLOAD")));
    arguments.addAll(List.of(words.strip().split(" +")));
    return arguments;
  }

  private static Object construct(Constructor<?> server, Node node) {
    try {
      return server.newInstance(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server can't be constructed", e);
    }
  }

  /** The class of the part's server. */
  private static String server(String part) throws IOException {
    Path root = Workspace.path(part + "/target/classes");
    try (Stream<Path> files = Files.walk(root)) {
      Path server = files.filter(path -> path.endsWith("Server.class")).findFirst().orElseThrow();
      String name = root.relativize(server).toString();
      return name.substring(0, name.lastIndexOf('.')).replace(File.separator, ".");
    }
  }
}
