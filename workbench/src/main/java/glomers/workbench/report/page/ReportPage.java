package glomers.workbench.report.page;

import glomers.workbench.checker.Finding;
import glomers.workbench.history.FaultSpan;
import glomers.workbench.trace.FastGzip;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Writes reports: {@code report.html}, one file with its styles, scripts and data, which needs no
 * network and no other file. What the verdict says can be read without scripts.
 */
public final class ReportPage {
  /** So many findings are shown; the others are counted. */
  static final int FINDINGS_MAX = 50;

  private static final String FOLDER = "/glomers/workbench/report/page/";
  private static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "state.js",
          "axis.js",
          "overview.js",
          "anomaly.js",
          "operations.js",
          "messages.js",
          "value.js",
          "nodes.js",
          "main.js");

  private ReportPage() {}

  /**
   * Writes a report, over an older one if there is any; never leaves half a file.
   *
   * @throws IOException if it can't be written
   */
  public static void write(ReportInput input, Path file) throws IOException {
    List<Explanation> explanations = explanations(input);
    long end = end(input);
    List<FaultSpan> faults =
        FaultSpan.of(input.history()).stream().map(span -> span.closedAt(end)).toList();
    Charts charts = Charts.of(input.history());
    int[] rows = Sample.of(input.recording(), explained(explanations), times(input, faults));
    String data = packed(new ReportData(input, charts, faults, explanations, rows));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Writer out = Files.newBufferedWriter(part)) {
      Template.write("report", context(input, explanations, charts, rows.length, data), out);
      out.flush();
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Without sentences where there is one node: no other could have told it anything. */
  private static List<Explanation> explanations(ReportInput input) {
    List<Explanation> all = Explanations.of(input.findings(), input.recording());
    return input.nodes().size() > 1
        ? all
        : all.stream().map(one -> new Explanation("", one.rows())).toList();
  }

  private static long end(ReportInput input) {
    int rows = input.recording().size();
    int ops = input.history().size();
    return Math.max(
        rows == 0 ? 0 : input.recording().endNanos(rows - 1),
        ops == 0 ? 0 : input.history().ops().get(ops - 1).timeNanos());
  }

  private static Set<Integer> explained(List<Explanation> explanations) {
    Set<Integer> rows = new LinkedHashSet<>();
    explanations.forEach(explanation -> rows.addAll(explanation.rows()));
    return rows;
  }

  private static List<Long> times(ReportInput input, List<FaultSpan> faults) {
    List<Long> times = new ArrayList<>();
    for (Finding finding : input.findings()) {
      finding.ops().forEach(op -> times.add(op.timeNanos()));
    }
    for (FaultSpan fault : faults) {
      times.add(fault.fromNanos());
      times.add(fault.toNanos().getAsLong());
    }
    return times;
  }

  private static String packed(ReportData data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(new FastGzip(bytes), StandardCharsets.UTF_8), 1 << 16)) {
      data.write(out);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static Map<String, Object> context(
      ReportInput input,
      List<Explanation> explanations,
      Charts charts,
      int shownMessages,
      String data) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("title", input.title());
    context.put("verdict", input.verdict());
    context.put("command", input.command());
    context.put("replay", input.replay());
    context.put("seed", Long.toString(input.seed()));
    context.putAll(FirstScreen.of(input, explanations));
    context.put("figures", figures(input));
    context.put("results", input.results());
    context.put("files", input.files());
    context.put("note", note(input, charts, shownMessages));
    context.put("styles", Template.resource(FOLDER + "report.css"));
    StringBuilder scripts = new StringBuilder(Template.resource(D3));
    SCRIPTS.forEach(name -> scripts.append('\n').append(Template.resource(FOLDER + name)));
    context.put("scripts", scripts.toString());
    context.put("data", data);
    return context;
  }

  private static List<Map<String, String>> figures(ReportInput input) {
    return input.figures().entrySet().stream()
        .map(
            figure ->
                Map.of(
                    "name", figure.getKey(),
                    "value", number(figure.getValue())))
        .toList();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
  }

  /** What was left out. */
  private static String note(ReportInput input, Charts charts, int shownMessages) {
    List<String> notes = new ArrayList<>();
    int all = input.recording().size();
    if (shownMessages < all) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d messages are shown: those of findings, those around findings and the"
                  + " edges of faults, the first and last seconds, and an even choice of the"
                  + " rest.",
              shownMessages,
              all));
    }
    if (input.recording().leftOut() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d messages were beyond what is recorded, and are not shown.",
              input.recording().leftOut()));
    }
    if (charts.shown() < charts.all()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Quantiles and rates count all %,d operations; %,d of them are drawn as points.",
              charts.all(),
              charts.shown()));
    }
    return String.join(" ", notes);
  }

  private static final String D3 =
      "/META-INF/resources/webjars/d3/" + d3Version() + "/dist/d3.min.js";

  private static String d3Version() {
    Properties properties = new Properties();
    try (InputStream in =
        ReportPage.class.getResourceAsStream("/glomers/workbench/report/page/d3.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
