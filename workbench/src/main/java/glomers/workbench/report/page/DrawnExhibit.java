package glomers.workbench.report.page;

import com.google.gson.stream.JsonWriter;
import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import glomers.workbench.workload.register.LinKvOp;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a finding's exhibit shows of the history.
 *
 * @param ops entries with which the operations began that are drawn
 * @param points of a log: what was sent and polled at which offset
 */
record DrawnExhibit(Exhibit exhibit, List<Op> ops, List<Point> points) {
  /** So many operations before the one that can't be explained. */
  private static final int REGISTER_OPS_MAX = 24;

  private static final int POINTS_MAX = 1_500;

  /**
   * A message at an offset.
   *
   * @param op the entry that tells it
   */
  record Point(Op op, Entry entry, boolean isSend) {}

  static Optional<DrawnExhibit> of(Finding finding, History history) {
    return finding.exhibit().map(exhibit -> of(exhibit, finding, history));
  }

  private static DrawnExhibit of(Exhibit exhibit, Finding finding, History history) {
    if (exhibit instanceof Exhibit.Transactions transactions) {
      LinkedHashSet<Op> ops = new LinkedHashSet<>();
      transactions.named().forEach(txn -> ops.add(txn.begun()));
      transactions.edges().forEach(edge -> ops.add(edge.from()));
      return new DrawnExhibit(exhibit, List.copyOf(ops), List.of());
    } else if (exhibit instanceof Exhibit.Register register) {
      return new DrawnExhibit(exhibit, registerOps(register, history), List.of());
    }
    return new DrawnExhibit(
        exhibit, List.of(), points(((Exhibit.Log) exhibit).key(), finding, history));
  }

  /** The last operations on the key that began before the unexplained one ended, and that one. */
  private static List<Op> registerOps(Exhibit.Register register, History history) {
    Op unexplained = register.unexplained();
    long end = history.completion(unexplained).map(Op::timeNanos).orElse(Long.MAX_VALUE);
    Deque<Op> last = new ArrayDeque<>();
    for (Op op : history.ops()) {
      if (op.isClient()
          && op.isInvoke()
          && op.timeNanos() <= end
          && op.index() != unexplained.index()
          && op.value() instanceof LinKvOp onKey
          && register.key().equals(onKey.key())) {
        last.addLast(op);
        if (last.size() > REGISTER_OPS_MAX) {
          last.removeFirst();
        }
      }
    }
    last.addLast(unexplained);
    return List.copyOf(last);
  }

  /** Those of the log, the nearest in time to the finding if they are many. */
  private static List<Point> points(String key, Finding finding, History history) {
    List<Point> points = new ArrayList<>();
    history.clientOps().filter(Op::isOk).forEach(op -> add(points, op, key));
    if (points.size() <= POINTS_MAX) {
      return points;
    }
    long middle = finding.span().map(Finding.Span::toNanos).orElse(0L);
    int at = 0;
    while (at < points.size() && points.get(at).op().timeNanos() < middle) {
      at++;
    }
    int from = Math.max(0, Math.min(at - POINTS_MAX / 2, points.size() - POINTS_MAX));
    return points.subList(from, from + POINTS_MAX);
  }

  private static void add(List<Point> points, Op op, String key) {
    if (op.value() instanceof Send send && send.key().equals(key)) {
      points.add(new Point(op, new Entry(send.offset(), send.message()), true));
    } else if (op.value() instanceof Poll poll) {
      poll.messages()
          .getOrDefault(key, List.of())
          .forEach(entry -> points.add(new Point(op, entry, false)));
    }
  }

  void write(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("ops").beginArray();
    for (Op op : ops) {
      json.value(op.index());
    }
    json.endArray();
    if (exhibit instanceof Exhibit.Transactions transactions) {
      json.name("names").beginArray();
      for (Exhibit.Named txn : transactions.named()) {
        json.beginArray().value(txn.begun().index()).value(txn.name()).endArray();
      }
      json.endArray();
      json.name("edges").beginArray();
      for (Exhibit.Edge edge : transactions.edges()) {
        json.beginArray().value(edge.from().index()).value(edge.to().index());
        json.value(edge.kind()).value(edge.label()).endArray();
      }
      json.endArray();
    } else if (exhibit instanceof Exhibit.Register register) {
      json.name("key").value(Edn.print(register.key()));
      json.name("unexplained").value(register.unexplained().index());
      json.name("states").beginArray();
      for (Object state : register.states()) {
        json.value(Edn.print(state));
      }
      json.endArray();
    } else if (exhibit instanceof Exhibit.Log log) {
      json.name("key").value(log.key());
      json.name("points").beginArray();
      for (Point point : points) {
        json.beginArray().value(point.op().timeNanos() / 1_000);
        json.value(Long.toString(point.entry().offset()));
        json.value(Edn.print(point.entry().message())).value(point.isSend() ? 1 : 0);
        json.value(point.op().index()).value(point.op().process()).endArray();
      }
      json.endArray();
    }
    json.endObject();
  }
}
