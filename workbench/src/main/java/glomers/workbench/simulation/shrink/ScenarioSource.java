package glomers.workbench.simulation.shrink;

import glomers.workbench.network.Latency;
import java.util.Locale;

/** Writes a script as a JUnit test. */
final class ScenarioSource {
  private ScenarioSource() {}

  static String of(Script script) {
    StringBuilder source = new StringBuilder();
    source.append("@Test\nvoid seed").append(Long.toString(script.seed()).replace('-', '_'));
    source.append("Fails() {\n");
    source
        .append("  Scenario<Server> scenario =\n      Scenario.of(Server::new, ")
        .append(JavaLiteral.of(script.nodes()))
        .append(", ")
        .append(latency(script.latency()))
        .append(", ")
        .append(script.seed())
        .append("L)\n          .workload(")
        .append(JavaLiteral.of(script.workload()))
        .append(
            script.models().isEmpty()
                ? ""
                : ", options -> options.consistencyModels(" + JavaLiteral.of(script.models()) + ")")
        .append(");\n");
    long now = 0;
    for (Script.Timed timed : script.steps()) {
      if (timed.millis() > now) {
        source
            .append("  scenario.advance(Duration.ofMillis(")
            .append(timed.millis() - now)
            .append("));\n");
        now = timed.millis();
      }
      timed.step().source().forEach(line -> source.append("  ").append(line).append('\n'));
    }
    return source.append("  scenario.assertValid();\n}\n").toString();
  }

  private static String latency(Latency latency) {
    return latency.shape() == Latency.Shape.CONSTANT
        ? "Duration.ofMillis(" + latency.meanMillis() + ")"
        : "new Latency(Latency.Shape."
            + latency.shape().name().toUpperCase(Locale.ROOT)
            + ", "
            + latency.meanMillis()
            + ")";
  }
}
