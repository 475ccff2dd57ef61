package glomers.bench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Chart of latency over messages: two curves of one colour per number of nodes, three at most. */
final class TradeOffChart {
  private static final double MESSAGES_MIN = 0.15;
  private static final double MESSAGES_MAX = 100;
  private static final double MILLIS_MAX = 2_500;

  /** Distinguishable for colour-blind readers, too; the marks differ as well. */
  private static final List<Color> COLOURS =
      List.of(new Color(0x0072B2), new Color(0xC04A00), new Color(0x008060));

  private static final List<Marker> MARKS =
      List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND);

  private static final BasicStroke SOLID = new BasicStroke(2);
  private static final BasicStroke DASHED =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 4}, 0);

  private final XYChart chart =
      new XYChartBuilder()
          .width(800)
          .height(500)
          .theme(ChartTheme.Matlab)
          .xAxisTitle("messages between servers per operation")
          .yAxisTitle("stable latency, ms")
          .build();

  private TradeOffChart() {
    chart.getStyler().setXAxisLogarithmic(true).setXAxisMin(MESSAGES_MIN).setXAxisMax(MESSAGES_MAX);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(MILLIS_MAX).setYAxisTickMarkSpacingHint(80);
    chart.getStyler().setPlotGridLinesColor(new Color(0xE4E4E4));
    chart.getStyler().setPlotGridLinesStroke(new BasicStroke(1));
    chart.getStyler().setAxisTickLabelsFont(ChartLabel.FONT).setAxisTitleFont(ChartLabel.FONT);
    chart.getStyler().setLocale(Locale.ROOT).setMarkerSize(8).setPlotContentSize(1);
    chart.getStyler().setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisLabelAlignment(TextAlignment.Right).setLegendVisible(false);
    // XChart labels powers of ten only, or everything between them.
    for (double messages : new double[] {0.2, 0.5, 2, 5, 20, 50}) {
      String text = Double.toString(messages).replace(".0", "");
      chart.addAnnotation(new ChartLabel(text, messages, 0, Color.BLACK).centred(20));
    }
  }

  /**
   * The chart of these measurements.
   *
   * @param all the same settings for each number of nodes, the slowest last
   */
  static TradeOffChart of(List<TradeOff> all) {
    TradeOffChart chart = new TradeOffChart();
    TreeMap<Integer, List<TradeOff>> byNodes =
        all.stream()
            .collect(Collectors.groupingBy(TradeOff::nodes, TreeMap::new, Collectors.toList()));
    byNodes.forEach(chart::add);
    byNodes.lastEntry().getValue().forEach(chart::nameSettings); // there is room on the right
    return chart;
  }

  private void add(int nodes, List<TradeOff> points) {
    String name = String.format(Locale.ROOT, "%,d nodes, max", nodes);
    int index = chart.getSeriesMap().size() / 2;
    add(name, index, points, TradeOff::maxMillis).setLineStyle(DASHED);
    add("median", index, points, TradeOff::medianMillis).setLineStyle(SOLID);
  }

  private XYSeries add(
      String name, int index, List<TradeOff> points, ToDoubleFunction<TradeOff> millis) {
    double[] x = points.stream().mapToDouble(TradeOff::messages).toArray();
    double[] y = points.stream().mapToDouble(millis).toArray();
    int last = points.size() - 1;
    chart.addAnnotation(new ChartLabel(name, x[last], y[last], COLOURS.get(index)).centred(-17));
    XYSeries series = chart.addSeries(name + " " + index, x, y);
    series.setLineColor(COLOURS.get(index));
    series.setMarkerColor(COLOURS.get(index));
    series.setMarker(MARKS.get(index));
    return series;
  }

  private void nameSettings(TradeOff point) {
    boolean slowest = point.setting().equals(TradeOff.SETTINGS.get(TradeOff.SETTINGS.size() - 1));
    String name = (slowest ? "delay / interval: " : "") + point.setting();
    chart.addAnnotation(
        new ChartLabel(name, point.messages(), point.maxMillis(), Color.DARK_GRAY).onTheRight(12));
  }

  /**
   * Writes the chart as SVG: the same bytes for the same chart, fonts and JDK.
   *
   * @throws IOException if it can't be written
   */
  void write(Path file) throws IOException {
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
    // Texts are outlines, of many points; a hundredth of a pixel is exact enough for them.
    String text = svg.toString(StandardCharsets.UTF_8).replaceAll("(\\.\\d\\d)\\d+", "$1");
    Files.writeString(file, text);
  }
}
