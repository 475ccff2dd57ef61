package glomers.broadcast;

import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What some settings cost and give on some number of nodes, in one simulated run. The program
 * prints the table of the README and draws its chart.
 *
 * @param nodes how many nodes there are
 * @param settings what they are set to
 * @param messages how many go between servers, an operation
 * @param medianMillis how long half of the values took until all reads saw them
 * @param maxMillis how long the slowest took
 */
record TradeOff(int nodes, Settings settings, double messages, long medianMillis, long maxMillis) {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /** From the quickest to the one with the fewest messages: the curves' order. */
  static final List<Settings> SETTINGS =
      List.of(
          settings(0, 180),
          settings(0, 350),
          settings(300, 650),
          settings(500, 850),
          settings(800, 1_150),
          settings(1_600, 1_950));

  /**
   * Measures, prints and draws.
   *
   * @param args the chart's file
   * @throws IOException if it can't be written
   */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    List<TradeOff> all =
        Stream.of(25, 100, 1_000).flatMap(nodes -> measure(nodes, TIME_LIMIT).stream()).toList();
    System.out.print(table(all));
    TradeOffChart.of(all).write(Path.of(args[0]));
  }

  /** All settings, in their order; operations are generated for so long. */
  static List<TradeOff> measure(int nodes, Duration timeLimit) {
    return SETTINGS.stream().map(settings -> measure(nodes, settings, timeLimit)).toList();
  }

  private static TradeOff measure(int nodes, Settings settings, Duration timeLimit) {
    SimulatedRun run =
        Simulation.of(node -> new Server(node, settings))
            .workload("broadcast")
            .nodes(nodes)
            .rate(100)
            .latency(Duration.ofMillis(100))
            .timeLimit(timeLimit)
            .run()
            .assertValid();
    return new TradeOff(
        nodes,
        settings,
        run.serverMessagesPerOperation(),
        run.stableLatencyMillis(0.5),
        run.stableLatencyMillis(1));
  }

  /** In Markdown, a row for each. */
  static String table(List<TradeOff> all) {
    StringBuilder table =
        new StringBuilder(
            """
            | nodes | period / gap | messages an operation | median | max |
            |---|---|---|---|---|
            """);
    for (TradeOff each : all) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %s | %.2f | %d ms | %d ms |\n",
              each.nodes,
              each.periodAndGap(),
              each.messages,
              each.medianMillis,
              each.maxMillis));
    }
    return table.toString();
  }

  /** Such as {@code 800 / 1150 ms}. */
  String periodAndGap() {
    return settings.period().toMillis() + " / " + settings.gap().toMillis() + " ms";
  }

  private static Settings settings(long periodMillis, long gapMillis) {
    return new Settings(Duration.ofMillis(periodMillis), Duration.ofMillis(gapMillis));
  }
}
