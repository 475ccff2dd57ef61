package glomers.workbench.report.page;

import com.google.gson.stream.JsonWriter;
import glomers.workbench.checker.Finding;
import glomers.workbench.edn.Edn;
import glomers.workbench.fault.FaultEdn;
import glomers.workbench.history.FaultSpan;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.trace.Recording;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * The data of a report, as JSON for its scripts. Rows are in columns: the same fields of all rows
 * stand together, which compresses well. Times are whole microseconds; times of rows are
 * differences to the row before.
 */
final class ReportData {
  private static final int OPS_MAX = 60_000;
  private static final int VALUE_CHARS_MAX = 600;
  private static final int LOG_LINES_MAX = 2_000;

  private final ReportInput input;
  private final Charts charts;
  private final List<FaultSpan> faults;
  private final List<Explanation> explanations;
  private final int[] rows;
  private final List<Optional<DrawnExhibit>> exhibits;

  ReportData(
      ReportInput input,
      Charts charts,
      List<FaultSpan> faults,
      List<Explanation> explanations,
      int[] rows) {
    this.input = input;
    this.charts = charts;
    this.faults = faults;
    this.explanations = explanations;
    this.rows = rows;
    this.exhibits =
        input.findings().stream()
            .limit(ReportPage.FINDINGS_MAX)
            .map(finding -> DrawnExhibit.of(finding, input.history()))
            .toList();
  }

  void write(Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setSerializeNulls(false);
    json.beginObject();
    json.name("nodes");
    strings(json, input.nodes());
    json.name("workers").value(input.workers());
    faults(json);
    findings(json);
    charts(json);
    operations(json);
    messages(json);
    logs(json);
    json.endObject();
    json.flush();
  }

  private void faults(JsonWriter json) throws IOException {
    json.name("faults").beginArray();
    for (FaultSpan fault : faults) {
      json.beginObject();
      json.name("name").value(fault.start().fault());
      json.name("detail").value(shortened(Edn.print(FaultEdn.of(fault.start()))));
      json.name("from").value(micros(fault.fromNanos()));
      json.name("to").value(micros(fault.toNanos().getAsLong()));
      json.endObject();
    }
    json.endArray();
  }

  private void findings(JsonWriter json) throws IOException {
    json.name("findings").beginArray();
    for (int i = 0; i < input.findings().size() && i < ReportPage.FINDINGS_MAX; i++) {
      Finding finding = input.findings().get(i);
      json.beginObject();
      json.name("rule").value(finding.rule().name());
      json.name("nodes");
      strings(json, finding.nodes());
      json.name("values");
      strings(json, finding.values().stream().limit(50).map(JsonTokens::of).toList());
      json.name("ops").beginArray();
      for (Op op : finding.ops()) {
        json.value(op.index());
      }
      json.endArray();
      json.name("ids").beginArray();
      for (int row : explanations.get(i).rows()) {
        json.value(input.recording().id(row));
      }
      json.endArray();
      if (finding.span().isPresent()) {
        json.name("from").value(micros(finding.span().get().fromNanos()));
        json.name("to").value(micros(finding.span().get().toNanos()));
      }
      if (exhibits.get(i).isPresent()) {
        json.name("exhibit");
        exhibits.get(i).get().write(json);
      }
      json.endObject();
    }
    json.endArray();
  }

  private void charts(JsonWriter json) throws IOException {
    json.name("slice").value(micros(charts.sliceNanos()));
    json.name("slices").beginObject();
    for (Map.Entry<String, List<Charts.Slice>> function : charts.slices().entrySet()) {
      json.name(function.getKey()).beginArray();
      for (Charts.Slice slice : function.getValue()) {
        json.beginArray().value(slice.index()).value(slice.ok()).value(slice.others());
        for (long quantile : slice.quantiles()) {
          json.value(micros(quantile));
        }
        json.endArray();
      }
      json.endArray();
    }
    json.endObject();
    json.name("points").beginArray();
    for (Charts.Point point : charts.points()) {
      json.beginArray();
      json.value(micros(point.invocation().timeNanos())).value(micros(point.latencyNanos()));
      json.value(point.invocation().f()).value(point.completion().type().label());
      json.value(point.invocation().index());
      json.endArray();
    }
    json.endArray();
  }

  private void operations(JsonWriter json) throws IOException {
    History history = input.history();
    boolean[] wanted = new boolean[history.size()];
    input.findings().stream()
        .limit(ReportPage.FINDINGS_MAX)
        .flatMap(finding -> finding.ops().stream())
        .filter(op -> op.index() < wanted.length)
        .forEach(op -> wanted[(int) op.index()] = true);
    exhibits.stream()
        .flatMap(Optional::stream)
        .flatMap(exhibit -> exhibit.ops().stream())
        .filter(op -> op.index() < wanted.length)
        .forEach(op -> wanted[(int) op.index()] = true);
    long all = history.clientOps().filter(Op::isInvoke).count();
    long step = all / OPS_MAX + 1;
    json.name("opCount").value(all);
    json.name("ops").beginArray();
    long seen = 0;
    for (Op op : history.ops()) {
      if (!op.isClient() || !op.isInvoke()) {
        continue;
      }
      Op end = history.completion(op).orElse(null);
      boolean isShown = seen++ % step == 0 || wanted[(int) op.index()];
      if (isShown || end != null && wanted[(int) end.index()]) {
        operation(json, op, end);
      }
    }
    json.endArray();
  }

  private static void operation(JsonWriter json, Op op, Op end) throws IOException {
    json.beginArray();
    json.value(op.index()).value(op.process()).value(op.node()).value(op.f());
    json.value(micros(op.timeNanos()));
    json.value(end == null ? -1 : micros(end.timeNanos()));
    json.value(end == null ? "info" : end.type().label());
    json.value(shortened(Edn.print(op.value())));
    json.value(end == null ? "" : shortened(Edn.print(end.value())));
    json.value(end == null || end.error() == null ? "" : shortened(Edn.print(end.error())));
    json.value(end == null ? -1 : end.index());
    json.value(op.isFinal() ? 1 : 0);
    json.endArray();
  }

  private void messages(JsonWriter json) throws IOException {
    Recording recording = input.recording();
    json.name("sentCount").value(recording.sentCount());
    json.name("messages").beginObject();
    json.name("names");
    strings(json, recording.names());
    differences(json, "id", recording::id);
    differences(json, "sent", row -> micros(recording.sentNanos(row)));
    column(json, "took", row -> micros(recording.endNanos(row) - recording.sentNanos(row)));
    column(json, "src", recording::src);
    column(json, "dest", recording::dest);
    column(json, "loss", row -> recording.loss(row).map(loss -> loss.ordinal() + 1).orElse(0));
    Map<String, Integer> bodies = new LinkedHashMap<>();
    column(
        json,
        "body",
        row -> {
          String body = recording.body(row);
          Integer known = bodies.putIfAbsent(body, bodies.size());
          return known == null ? bodies.size() - 1 : known;
        });
    json.name("bodies");
    strings(json, bodies.keySet());
    json.endObject();
  }

  private void column(JsonWriter json, String name, IntToLongFunction value) throws IOException {
    json.name(name).beginArray();
    for (int row : rows) {
      json.value(value.applyAsLong(row));
    }
    json.endArray();
  }

  private void differences(JsonWriter json, String name, IntToLongFunction value)
      throws IOException {
    long[] last = {0};
    column(
        json,
        name,
        row -> {
          long now = value.applyAsLong(row);
          long difference = now - last[0];
          last[0] = now;
          return difference;
        });
  }

  private void logs(JsonWriter json) throws IOException {
    json.name("logs").beginObject();
    for (Map.Entry<String, List<String>> log : input.logs().entrySet()) {
      List<String> lines = log.getValue();
      json.name(log.getKey());
      strings(json, lines.subList(0, Math.min(LOG_LINES_MAX, lines.size())));
    }
    json.endObject();
  }

  private static void strings(JsonWriter json, Iterable<String> values) throws IOException {
    json.beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }

  private static String shortened(String text) {
    return text.length() <= VALUE_CHARS_MAX
        ? text
        : text.substring(0, VALUE_CHARS_MAX) + " … (" + text.length() + " characters)";
  }

  private static long micros(long nanos) {
    return nanos / 1_000;
  }
}
