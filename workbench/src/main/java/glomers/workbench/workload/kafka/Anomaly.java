package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One case of something that is wrong: as results show it, and as a finding. */
final class Anomaly {
  /** How many values a list in results holds at most. */
  static final int LIST_MAX = 32;

  private static final Keyword KEY = Keyword.of("key");

  private final Map<Keyword, Object> edn = new LinkedHashMap<>();
  private final String sentence;
  private final List<Op> ops;
  private List<?> values = List.of();

  /**
   * A case without fields.
   *
   * @param ops what shows it, in the order in which they are to be read
   */
  Anomaly(String sentence, Op... ops) {
    this.sentence = sentence;
    this.ops = List.of(ops);
  }

  /** The same, about these messages or offsets. */
  Anomaly about(Collection<?> about) {
    values = about.stream().filter(Objects::nonNull).limit(LIST_MAX).toList();
    return this;
  }

  Anomaly with(String name, Object value) {
    edn.put(Keyword.of(name), value);
    return this;
  }

  Anomaly with(String name, Op op) {
    return with(name, op == null ? null : (Object) HistoryWriter.toEdn(op));
  }

  Anomaly with(String name, Op first, Op second) {
    return with(name, List.of(HistoryWriter.toEdn(first), HistoryWriter.toEdn(second)));
  }

  Map<Keyword, Object> toEdn() {
    return edn;
  }

  Finding toFinding(AnomalyType type) {
    Finding finding =
        Finding.invalid(type.rule, sentence)
            .withOps(ops)
            .withNodes(ops.stream().map(Op::node).distinct().toList())
            .withValues(values);
    return edn.get(KEY) instanceof String key ? finding.with(new Exhibit.Log(key)) : finding;
  }
}
