package glomers.workbench.report.page;

import com.google.gson.stream.JsonWriter;
import glomers.workbench.edn.Edn;
import glomers.workbench.fault.FaultEdn;
import glomers.workbench.history.FaultSpan;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.trace.Recording;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a run in the Trace Event Format, for Perfetto and other viewers of it: operations as
 * slices of their processes, messages as arrows between short slices of the nodes, faults as slices
 * of a track of their own.
 */
public final class PerfettoTrace {
  private static final int CLIENTS = 1;
  private static final int NODES = 2;
  private static final int FAULTS = 3;
  private static final int ROWS_MAX = 200_000;
  private static final int TEXT_CHARS_MAX = 500;

  private final JsonWriter json;

  private PerfettoTrace(JsonWriter json) {
    this.json = json;
  }

  /**
   * Writes {@code trace.json}.
   *
   * @throws IOException if it can't be written
   */
  public static void write(History history, Recording recording, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file);
        JsonWriter json = new JsonWriter(out)) {
      json.beginObject().name("traceEvents").beginArray();
      PerfettoTrace trace = new PerfettoTrace(json);
      trace.name(CLIENTS, "operations");
      trace.name(NODES, "messages");
      trace.name(FAULTS, "faults");
      trace.operations(history);
      trace.messages(recording);
      trace.faults(history);
      json.endArray().endObject();
    }
  }

  private void name(int process, String name) throws IOException {
    json.beginObject().name("ph").value("M").name("pid").value(process);
    json.name("name").value("process_name");
    json.name("args").beginObject().name("name").value(name).endObject().endObject();
  }

  private void begin(String phase, int process, long track, String name, long nanos)
      throws IOException {
    json.beginObject().name("ph").value(phase);
    json.name("pid").value(process).name("tid").value(track);
    json.name("name").value(name).name("ts").value(nanos / 1e3);
  }

  private void operations(History history) throws IOException {
    for (Op op : history.ops()) {
      if (!op.isClient() || !op.isInvoke()) {
        continue;
      }
      Op end = history.completion(op).orElse(null);
      begin("X", CLIENTS, op.process(), op.f(), op.timeNanos());
      json.name("dur").value(end == null ? 0 : (end.timeNanos() - op.timeNanos()) / 1e3);
      json.name("args").beginObject();
      json.name("node").value(op.node()).name("value").value(shortened(Edn.print(op.value())));
      if (end != null) {
        json.name("type").value(end.type().label());
        json.name("result").value(shortened(Edn.print(end.value())));
      }
      json.endObject().endObject();
    }
  }

  private void messages(Recording recording) throws IOException {
    List<String> names = recording.names();
    Map<Long, Integer> copies = new HashMap<>();
    for (int row = 0; row < recording.size() && row < ROWS_MAX; row++) {
      String body = shortened(recording.body(row));
      boolean lost = recording.loss(row).isPresent();
      String arrow = names.get(recording.src(row)) + (lost ? " -x " : " -> ");
      String name = arrow + names.get(recording.dest(row));
      // A copy of a message is an arrow of its own.
      long flow = recording.id(row) * 8 + copies.merge(recording.id(row), 1, Integer::sum) % 8;
      slice(recording.src(row), "send " + name, recording.sentNanos(row), body);
      flow("s", recording.src(row), flow, recording.sentNanos(row));
      if (!lost) {
        slice(recording.dest(row), "receive " + name, recording.endNanos(row), body);
        flow("f", recording.dest(row), flow, recording.endNanos(row));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      json.beginObject().name("ph").value("M").name("pid").value(NODES).name("tid").value(i);
      json.name("name").value("thread_name");
      json.name("args").beginObject().name("name").value(names.get(i)).endObject().endObject();
    }
  }

  private void slice(int track, String name, long nanos, String body) throws IOException {
    begin("X", NODES, track, name, nanos);
    json.name("dur").value(1);
    json.name("args").beginObject().name("body").value(body).endObject().endObject();
  }

  private void flow(String phase, int track, long id, long nanos) throws IOException {
    begin(phase, NODES, track, "message", nanos);
    json.name("cat").value("message").name("id").value(id).name("bp").value("e").endObject();
  }

  private void faults(History history) throws IOException {
    long end = history.size() == 0 ? 0 : history.ops().get(history.size() - 1).timeNanos();
    int id = 0;
    for (FaultSpan fault : FaultSpan.of(history)) {
      id++;
      begin("b", FAULTS, 0, fault.start().fault(), fault.fromNanos());
      json.name("cat").value("fault").name("id").value(id);
      json.name("args")
          .beginObject()
          .name("detail")
          .value(shortened(Edn.print(FaultEdn.of(fault.start()))));
      json.endObject().endObject();
      begin("e", FAULTS, 0, fault.start().fault(), fault.toNanos().orElse(end));
      json.name("cat").value("fault").name("id").value(id).endObject();
    }
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX) + " …";
  }
}
