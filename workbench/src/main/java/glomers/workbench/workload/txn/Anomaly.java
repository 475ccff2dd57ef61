package glomers.workbench.workload.txn;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One case of something that is wrong: as results show it, and as a finding. */
final class Anomaly {
  private final AnomalyType type;
  private final String sentence;
  private final Map<Keyword, Object> edn = new LinkedHashMap<>();
  private final List<Op> ops = new ArrayList<>();
  private final List<Txn> named = new ArrayList<>();
  private List<Object> values = List.of();
  private List<Object> keys = List.of();
  private List<Exhibit.Edge> edges = List.of();
  private String stricterBy;

  Anomaly(AnomalyType type, String sentence) {
    this.type = type;
    this.sentence = sentence;
  }

  AnomalyType type() {
    return type;
  }

  /** A field, as results show it. */
  Anomaly with(String name, Object value) {
    edn.put(Keyword.of(name), value);
    return this;
  }

  /** A transaction, which the case rests on. */
  Anomaly with(String name, Txn txn) {
    addOps(txn);
    return with(name, HistoryWriter.toEdn(txn.completion()));
  }

  /** Several transactions, which the case rests on. */
  Anomaly with(String name, List<Txn> txns) {
    return shownBy(txns).with(name, toEdn(txns));
  }

  /** Transactions that show the case, besides those among its fields. */
  Anomaly shownBy(List<Txn> txns) {
    txns.forEach(this::addOps);
    return this;
  }

  static List<Object> toEdn(List<Txn> txns) {
    List<Object> list = new ArrayList<>();
    txns.forEach(txn -> list.add(HistoryWriter.toEdn(txn.completion())));
    return list;
  }

  private void addOps(Txn txn) {
    ops.add(txn.invocation());
    if (txn.completion() != txn.invocation()) {
      ops.add(txn.completion());
    }
  }

  /** The same, about these values. */
  Anomaly about(Collection<?> about) {
    values = about.stream().filter(Objects::nonNull).map(Object.class::cast).toList();
    return this;
  }

  /** The same, of these keys. */
  Anomaly ofKeys(Collection<?> of) {
    keys = new ArrayList<>(of);
    return this;
  }

  /** The same, whose sentence names these transactions T1, T2 and so on. */
  Anomaly naming(List<Txn> txns) {
    named.addAll(txns);
    return this;
  }

  /** The same, with what must come before what. */
  Anomaly drawn(List<Exhibit.Edge> order) {
    edges = order;
    return this;
  }

  /**
   * The same, which Maelstrom does not find.
   *
   * @param how what shows it here, as the end of a sentence
   */
  Anomaly stricter(String how) {
    stricterBy = how;
    return this;
  }

  /** Whether Maelstrom finds no such case. */
  boolean isStricter() {
    return stricterBy != null || type.rule.isStricter();
  }

  String sentence() {
    return sentence;
  }

  Map<Keyword, Object> toEdn() {
    return edn;
  }

  Finding toFinding() {
    Rule rule =
        stricterBy != null
            ? Rule.stricter(type.rule.name(), type.rule.text() + ", " + stricterBy)
                .withCases(type.rule.cases())
            : type.rule;
    Finding finding =
        type.isUnknown() ? Finding.unknown(rule, sentence) : Finding.invalid(rule, sentence);
    return finding
        .withOps(ops)
        .withNodes(ops.stream().map(Op::node).distinct().toList())
        .withValues(values)
        .with(new Exhibit.Transactions(namedTxns(), keys, edges));
  }

  private List<Exhibit.Named> namedTxns() {
    List<Exhibit.Named> txns = new ArrayList<>();
    for (Txn txn : named) {
      txns.add(new Exhibit.Named("T" + (txns.size() + 1), txn.invocation(), txn.describe(keys)));
    }
    return txns;
  }
}
