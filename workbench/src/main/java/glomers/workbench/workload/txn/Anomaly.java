package glomers.workbench.workload.txn;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.WorstCases;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** One case of something that is wrong: as results show it, and as a finding. */
final class Anomaly {
  private final AnomalyType type;
  private final Function<List<String>, String> sentence;
  private final Map<Keyword, Object> edn = new LinkedHashMap<>();
  private final List<Op> ops = new ArrayList<>();
  private final List<Txn> named = new ArrayList<>();
  private List<Object> values = List.of();
  private List<Object> keys = List.of();
  private List<Exhibit.Edge> edges = List.of();
  private String stricterBy;

  /** A case whose sentence names no transaction. */
  Anomaly(AnomalyType type, String sentence) {
    this(type, names -> sentence);
  }

  /**
   * A case whose sentence names transactions.
   *
   * @param sentence from the names of the transactions that {@link #naming} was given, in its order
   */
  Anomaly(AnomalyType type, Function<List<String>, String> sentence) {
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

  /** The same, whose sentence names these transactions. */
  Anomaly naming(List<Txn> txns) {
    named.addAll(txns);
    return this;
  }

  /** Gives its transactions their names. */
  List<String> nameIn(TxnNames names) {
    return named.stream().map(names::of).toList();
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

  Map<Keyword, Object> toEdn() {
    return edn;
  }

  Finding toFinding(TxnNames names) {
    String text = sentence.apply(nameIn(names));
    Rule rule =
        stricterBy != null
            ? Rule.stricter(type.rule.name(), type.rule.text() + ", " + stricterBy)
                .withCases(type.rule.cases())
            : type.rule;
    Finding finding = type.isUnknown() ? Finding.unknown(rule, text) : Finding.invalid(rule, text);
    return finding
        .withOps(ops)
        .withNodes(ops.stream().map(Op::node).distinct().toList())
        .withValues(values)
        .with(
            new Exhibit.Transactions(
                named.stream()
                    .map(
                        txn ->
                            new Exhibit.Named(names.of(txn), txn.invocation(), txn.describe(keys)))
                    .toList(),
                keys,
                edges));
  }

  /** What is wrong with transactions: of each type the first cases. */
  static final class Cases extends WorstCases<AnomalyType, Anomaly> {
    private static final int SHOWN_MAX = 16;

    Cases() {
      super(AnomalyType.class, type -> SHOWN_MAX);
    }

    void add(Anomaly anomaly) {
      add(anomaly.type(), () -> anomaly);
    }

    /**
     * Adds a case.
     *
     * @param anomaly is asked only if the case is kept
     */
    void add(AnomalyType type, Supplier<Anomaly> anomaly) {
      add(type, 0, anomaly);
    }
  }
}
