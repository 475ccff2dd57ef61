package glomers.workbench.report.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import glomers.protocol.Message;
import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnReader;
import glomers.workbench.fault.FaultEdn;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.history.HistoryReader;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import glomers.workbench.history.ValueReader;
import glomers.workbench.network.LossReason;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A short run as JSON, from which it can be told and drawn again. */
public final class ShortRunFile {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private ShortRunFile() {}

  private record Stored(
      String summary, List<String> nodes, String source, Broken finding, List<Event> events) {}

  /** A finding; entries by their index, values and keys as text of EDN. */
  private record Broken(
      Rule rule,
      String sentence,
      List<Long> ops,
      List<String> nodes,
      List<String> values,
      List<Named> named,
      List<String> keys) {}

  private record Named(String name, long begun, String text) {}

  /** One of the three. */
  private record Event(Sent message, String op, Injected fault) {}

  private record Sent(
      long id, String src, String dest, long sent, long end, LossReason lost, JsonElement body) {}

  private record Injected(long at, String function, String value) {}

  /** The text of the file. */
  public static String write(ShortRun run) {
    List<Event> events =
        run.events().stream().map(ShortRunFile::event).filter(Objects::nonNull).toList();
    return GSON.toJson(
        new Stored(
            run.summary(),
            run.nodes(),
            run.source(),
            run.finding().map(ShortRunFile::broken).orElse(null),
            events));
  }

  private static Event event(TraceEvent event) {
    if (event instanceof MessageEnded ended) {
      Message message = ended.message();
      return new Event(
          new Sent(
              ended.id(),
              message.src(),
              message.dest(),
              ended.sentNanos(),
              ended.timeNanos(),
              ended.loss().orElse(null),
              message.body()),
          null,
          null);
    } else if (event instanceof TraceEvent.Operation operation && operation.op().isClient()) {
      return new Event(null, Edn.print(HistoryWriter.toEdn(operation.op())), null);
    } else if (event instanceof TraceEvent.Fault fault) {
      FaultEvent what = fault.event();
      return new Event(
          null,
          null,
          new Injected(fault.timeNanos(), what.function(), Edn.print(FaultEdn.of(what))));
    }
    return null;
  }

  private static Broken broken(Finding finding) {
    return new Broken(
        finding.rule(),
        finding.sentence(),
        finding.ops().stream().map(Op::index).toList(),
        finding.nodes(),
        finding.values().stream().map(Edn::print).toList(),
        finding.named().stream()
            .map(txn -> new Named(txn.name(), txn.begun().index(), txn.text()))
            .toList(),
        finding.keys().stream().map(Edn::print).toList());
  }

  /**
   * The run that was written.
   *
   * @param values reads the values of operations
   * @throws IllegalArgumentException if it is no such file; the message says what is wrong
   */
  public static ShortRun read(String json, ValueReader values) {
    try {
      Stored stored = GSON.fromJson(json, Stored.class);
      Map<Long, Op> ops = new HashMap<>();
      List<TraceEvent> events = new ArrayList<>();
      for (Event event : stored.events()) {
        TraceEvent read = event(event, values);
        if (read instanceof TraceEvent.Operation operation) {
          ops.put(operation.op().index(), operation.op());
        }
        events.add(read);
      }
      return new ShortRun(
          stored.summary(),
          Optional.ofNullable(stored.finding()).map(broken -> finding(broken, ops)),
          events,
          stored.nodes(),
          stored.source());
    } catch (JsonParseException | NullPointerException e) {
      throw new IllegalArgumentException("it is damaged: " + e.getMessage(), e);
    }
  }

  private static TraceEvent event(Event event, ValueReader values) {
    if (event.message() != null) {
      Sent sent = event.message();
      return new MessageEnded(
          sent.end(),
          sent.sent(),
          sent.id(),
          new Message(sent.src(), sent.dest(), sent.body().getAsJsonObject()),
          Optional.ofNullable(sent.lost()));
    } else if (event.op() != null) {
      return new TraceEvent.Operation(HistoryReader.readClientEntry(event.op(), values));
    }
    Injected fault = event.fault();
    return new TraceEvent.Fault(
        fault.at(), FaultEdn.read(fault.function(), EdnReader.read(fault.value())));
  }

  private static Finding finding(Broken broken, Map<Long, Op> ops) {
    Finding finding =
        Finding.invalid(broken.rule(), broken.sentence())
            .withOps(broken.ops().stream().map(ops::get).filter(Objects::nonNull).toList())
            .withNodes(broken.nodes())
            .withValues(values(broken.values()));
    List<Exhibit.Named> named =
        broken.named().stream()
            .filter(txn -> ops.containsKey(txn.begun()))
            .map(txn -> new Exhibit.Named(txn.name(), ops.get(txn.begun()), txn.text()))
            .toList();
    return finding.with(new Exhibit.Transactions(named, values(broken.keys()), List.of()));
  }

  private static List<Object> values(List<String> edn) {
    return edn.stream().map(EdnReader::read).toList();
  }
}
