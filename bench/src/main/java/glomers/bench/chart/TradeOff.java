package glomers.bench.chart;

import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.ServerLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The cost and the latency of broadcast-3e-hub with one setting and one number of nodes, from one
 * simulated run. The program prints the table of the part's notes and draws its chart.
 *
 * @param nodes how many nodes there are
 * @param messages how many messages go between servers per operation
 * @param medianMillis the median of the stable latencies
 * @param maxMillis the greatest of the stable latencies
 */
record TradeOff(int nodes, Setting setting, double messages, long medianMillis, long maxMillis) {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /** How long values wait, in milliseconds: at their node, and at least between two flushes. */
  record Setting(int forwardDelay, int flushInterval) {
    private Map<String, String> variables() {
      return Map.of(
          "BROADCAST_FORWARD_DELAY_MS", Integer.toString(forwardDelay),
          "BROADCAST_FLUSH_INTERVAL_MS", Integer.toString(flushInterval));
    }

    /** Such as {@code 800 / 1150 ms}. */
    @Override
    public String toString() {
      return forwardDelay + " / " + flushInterval + " ms";
    }
  }

  /** From the quickest to the one with the fewest messages: the order of a curve's points. */
  static final List<Setting> SETTINGS =
      List.of(
          new Setting(0, 180),
          new Setting(0, 350),
          new Setting(300, 650),
          new Setting(500, 850),
          new Setting(800, 1_150),
          new Setting(1_600, 1_950));

  /**
   * Measures, prints and draws.
   *
   * @param args the executable of broadcast-3e-hub, and the chart's file
   * @throws IOException if the chart can't be written
   */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    if (args.length != 2) {
      System.err.println("give the executable of broadcast-3e-hub, and the file to draw to");
      System.exit(254);
    }
    Path bin = Path.of(args[0]);
    List<TradeOff> all =
        Stream.of(25, 100, 1_000)
            .flatMap(nodes -> measure(bin, nodes, TIME_LIMIT).stream())
            .toList();
    System.out.print(table(all));
    TradeOffChart.of(all).write(Path.of(args[1]));
  }

  /** All settings, in their order; operations are generated for so long. */
  static List<TradeOff> measure(Path bin, int nodes, Duration timeLimit) {
    return SETTINGS.stream().map(setting -> measure(bin, nodes, setting, timeLimit)).toList();
  }

  private static TradeOff measure(Path bin, int nodes, Setting setting, Duration timeLimit) {
    SimulatedRun run =
        Simulation.of(ServerLoader.load(bin, setting.variables()))
            .workload("broadcast")
            .nodes(nodes)
            .rate(100)
            .latency(Duration.ofMillis(100))
            .timeLimit(timeLimit)
            .run()
            .assertValid();
    return new TradeOff(
        nodes,
        setting,
        run.serverMessagesPerOperation(),
        run.stableLatencyMillis(0.5),
        run.stableLatencyMillis(1));
  }

  /** In Markdown, a row for each. */
  static String table(List<TradeOff> all) {
    StringBuilder table =
        new StringBuilder(
            """
            | nodes | forward delay / flush interval | messages per operation | median, ms | max, ms |
            |---|---|---|---|---|
            """);
    for (TradeOff each : all) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %s | %.2f | %d | %d |\n",
              each.nodes,
              each.setting,
              each.messages,
              each.medianMillis,
              each.maxMillis));
    }
    return table.toString();
  }
}
