package glomers.workbench.plan;

import glomers.workbench.checker.Rules;
import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.Unsynced;
import glomers.workbench.network.Latency;
import glomers.workbench.time.Ties;
import glomers.workbench.workload.Topology;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JUnit test, as text.
 *
 * @param packageName the package of the code that it tests; empty if that is unknown
 * @param method the test, to be pasted into a class of tests
 */
public record TestSource(String packageName, String method) {
  /** All that a test can name. */
  private static final List<String> IMPORTS =
      Stream.concat(
              Stream.of("glomers.workbench.simulation.Scenario", "org.junit.jupiter.api.Test"),
              Stream.of(
                      Rules.class,
                      Keyword.class,
                      Latency.class,
                      Ties.class,
                      Topology.class,
                      Unsynced.class,
                      Duration.class,
                      Arrays.class,
                      List.class,
                      Map.class)
                  .map(Class::getName))
          .sorted()
          .toList();

  /** The test as a file of its own, the class {@code ShortestRunTest}. */
  public String file() {
    String imports =
        IMPORTS.stream()
            .filter(this::isNamed)
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());
    String place =
        packageName.isEmpty()
            ? "// Put this file among the tests of the server, and name their package here.\n"
            : "// Put this file among the tests of the server.\npackage " + packageName + ";\n\n";
    return place
        + imports
        + "\nclass ShortestRunTest {\n  "
        + method.stripTrailing().replace("\n", "\n  ")
        + "\n}\n";
  }

  private boolean isNamed(String imported) {
    String name = imported.substring(imported.lastIndexOf('.') + 1);
    return method.matches("(?s).*\\b" + name + "\\b.*");
  }
}
