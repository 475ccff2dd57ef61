package glomers.workbench.checker;

import glomers.workbench.history.Op;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/**
 * One thing that is wrong with a history, or that keeps it from being judged, and what that rests
 * on. Results, the report and the text on the terminal are views of findings.
 *
 * @param rule what is broken
 * @param validity how much it weighs: {@link Validity#INVALID}, or {@link Validity#UNKNOWN} for
 *     what keeps a checker from judging; {@link Validity#VALID} if only Maelstrom objects
 * @param maelstrom how much it weighs for Maelstrom: {@link Validity#VALID} if Maelstrom lets it
 *     pass
 * @param sentence what happened, as one sentence or a few, complete with nodes, values and times;
 *     for a person to read
 * @param ops the entries of the history that show it, in the order in which they are to be read
 * @param nodes the ids of the nodes that it is about
 * @param values the values that it is about, such as a lost element; values of EDN
 * @param exhibit what can be drawn of it; empty if its entries say all
 * @param cases how many cases it stands for: 1, and of the last finding of a rule also those that
 *     have no finding of their own, as a history may hold any number
 */
public record Finding(
    Rule rule,
    Validity validity,
    Validity maelstrom,
    String sentence,
    List<Op> ops,
    List<String> nodes,
    List<Object> values,
    Optional<Exhibit> exhibit,
    long cases) {
  /** Keeps its own copies. */
  public Finding {
    ops = List.copyOf(ops);
    nodes = List.copyOf(nodes);
    values = List.copyOf(values);
  }

  /** Something that is wrong; also for Maelstrom, unless the rule is stricter. */
  public static Finding invalid(Rule rule, String sentence) {
    return of(rule, Validity.INVALID, sentence);
  }

  /** Something that keeps a checker from judging; also for Maelstrom, as {@link #invalid}. */
  public static Finding unknown(Rule rule, String sentence) {
    return of(rule, Validity.UNKNOWN, sentence);
  }

  private static Finding of(Rule rule, Validity validity, String sentence) {
    return new Finding(
        rule,
        validity,
        rule.isStricter() ? Validity.VALID : validity,
        sentence,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        1);
  }

  /** The same, with another weight for Maelstrom. */
  public Finding inMaelstrom(Validity weight) {
    return new Finding(rule, validity, weight, sentence, ops, nodes, values, exhibit, cases);
  }

  /** The same, to which only Maelstrom objects: here nothing is wrong with it. */
  public Finding onlyInMaelstrom() {
    return new Finding(
        rule, Validity.VALID, maelstrom, sentence, ops, nodes, values, exhibit, cases);
  }

  /** How much it weighs by these rules. */
  public Validity validity(Rules rules) {
    return rules == Rules.STRICT ? validity : maelstrom;
  }

  /** Whether it weighs more here than for Maelstrom. */
  public boolean isStricter() {
    return validity.compareTo(maelstrom) > 0;
  }

  /** The same, resting on these entries. */
  public Finding withOps(Collection<Op> entries) {
    return new Finding(
        rule, validity, maelstrom, sentence, List.copyOf(entries), nodes, values, exhibit, cases);
  }

  /** The same, about these nodes. */
  public Finding withNodes(Collection<String> ids) {
    return new Finding(
        rule, validity, maelstrom, sentence, ops, List.copyOf(ids), values, exhibit, cases);
  }

  /** The same, about these values, none of them null. */
  public Finding withValues(Collection<?> about) {
    return new Finding(
        rule, validity, maelstrom, sentence, ops, nodes, List.copyOf(about), exhibit, cases);
  }

  /** The same, with something to be drawn. */
  public Finding with(Exhibit drawn) {
    return new Finding(
        rule, validity, maelstrom, sentence, ops, nodes, values, Optional.of(drawn), cases);
  }

  /** The same, which also stands for so many cases without a finding of their own. */
  public Finding andMore(long others) {
    return new Finding(
        rule, validity, maelstrom, sentence, ops, nodes, values, exhibit, cases + others);
  }

  /** The transactions that the sentence names, a line each; none if it names none. */
  public List<String> lines() {
    return named().stream().map(txn -> txn.name() + "  " + txn.text()).toList();
  }

  /** The transactions that the sentence names. */
  public List<Exhibit.Named> named() {
    return transactions().map(Exhibit.Transactions::named).orElse(List.of());
  }

  /** The keys that transactions are named for; values of EDN. */
  public List<Object> keys() {
    return transactions().map(Exhibit.Transactions::keys).orElse(List.of());
  }

  private Optional<Exhibit.Transactions> transactions() {
    return exhibit
        .filter(Exhibit.Transactions.class::isInstance)
        .map(Exhibit.Transactions.class::cast);
  }

  /** The same, of a rule that says what was asked for. */
  public Finding withPromise(String promise) {
    return new Finding(
        rule.withPromise(promise),
        validity,
        maelstrom,
        sentence,
        ops,
        nodes,
        values,
        exhibit,
        cases);
  }

  /**
   * The time from the first to the last of its entries.
   *
   * @param fromNanos nanoseconds since the test began
   * @param toNanos nanoseconds since the test began
   */
  public record Span(long fromNanos, long toNanos) {}

  /** When it happened; empty if it rests on no entries. */
  public Optional<Span> span() {
    LongSummaryStatistics times = ops.stream().mapToLong(Op::timeNanos).summaryStatistics();
    return times.getCount() == 0
        ? Optional.empty()
        : Optional.of(new Span(times.getMin(), times.getMax()));
  }
}
