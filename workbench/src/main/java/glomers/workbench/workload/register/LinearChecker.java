package glomers.workbench.workload.register;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import glomers.workbench.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges registers, by {@link LinKvOp}s: each key must be linearizable. Results are those of
 * Jepsen's independent checker.
 *
 * <p>Stricter than Maelstrom's: a read of null, and the errors 20 and 22, are claims about the
 * value that must hold, too. When only they break a key, the rule broken is {@code
 * linearizable-claims}.
 */
public final class LinearChecker implements Checker {
  private static final Rule LINEARIZABLE =
      Rule.of("linearizable", "the operations on each key must have taken effect in some order")
          .withCases("keys have operations that no order explains");
  private static final Rule CLAIMS =
      Rule.stricter(
              "linearizable-claims",
              "reads of null and the errors 20 and 22 must be true at some moment of their operation")
          .withCases("keys have reads of null, or errors 20 or 22, that were true at no moment");
  private static final Rule DECIDED =
      Rule.of("analysis-limit", "the analysis must end within its limits");

  private static final int STATES_MAX = 50;

  private final Duration limit;
  private final Rules shown;

  /**
   * A checker of all keys.
   *
   * @param limit how long it may take; past it the verdict on the keys that are left is unknown
   */
  public LinearChecker(Duration limit) {
    this(limit, Rules.STRICT);
  }

  /**
   * As {@link #LinearChecker(Duration)}.
   *
   * @param shown by whose rules the results of single keys are
   */
  public LinearChecker(Duration limit, Rules shown) {
    this.limit = limit;
    this.shown = shown;
  }

  @Override
  public Result check(History history) {
    Budget budget = Budget.until(Deadline.in(limit));
    Result.Builder result = Result.builder();
    Map<Object, Object> results = new LinkedHashMap<>();
    List<Object> failures = new ArrayList<>();
    registers(history)
        .forEach(
            (key, register) -> {
              Linearization order = Search.of(register.ops(), budget);
              if (!(order instanceof Linearization.Found)) {
                Linearization unquestioned = Search.of(register.unquestioned(), budget);
                boolean onlyClaims = unquestioned instanceof Linearization.Found;
                result.finding(finding(key, register, order, onlyClaims));
                if (onlyClaims && shown == Rules.MAELSTROM) {
                  order = unquestioned;
                } else {
                  failures.add(key);
                }
              }
              results.put(key, toEdn(history, register, order));
            });
    return result.detail("results", results).detail("failures", failures).build();
  }

  private static Map<Long, RegisterHistory> registers(History history) {
    Map<Long, RegisterHistory> registers = new TreeMap<>();
    history
        .clientOps()
        .filter(Op::isInvoke)
        .forEach(
            invocation -> {
              registers
                  .computeIfAbsent(
                      ((LinKvOp) invocation.value()).key(), each -> new RegisterHistory())
                  .add(invocation, history.completion(invocation).orElse(null));
            });
    return registers;
  }

  private static Finding finding(
      Object key, RegisterHistory register, Linearization order, boolean onlyClaims) {
    if (order instanceof Linearization.Undecided undecided) {
      return Finding.unknown(DECIDED, "Key " + Edn.print(key) + ": " + undecided.reason());
    }
    Linearization.Impossible impossible = (Linearization.Impossible) order;
    RegisterOp op = impossible.op();
    return Finding.invalid(
            onlyClaims ? CLAIMS : LINEARIZABLE, Sentence.of(key, register, impossible))
        .withOps(List.of(op.invocation(), op.completion()))
        .withNodes(List.of(op.invocation().node()))
        .with(
            new Exhibit.Register(
                key,
                op.invocation(),
                impossible.values().stream().limit(STATES_MAX).map(register::value).toList()));
  }

  private static Map<Keyword, Object> toEdn(
      History history, RegisterHistory register, Linearization order) {
    Map<Keyword, Object> linearizable = new LinkedHashMap<>();
    Validity validity = Validity.VALID;
    List<Object> configs = new ArrayList<>();
    if (order instanceof Linearization.Found found) {
      configs.add(model(register, found.value()));
    } else if (order instanceof Linearization.Impossible impossible) {
      validity = Validity.INVALID;
      impossible.values().forEach(value -> configs.add(model(register, value)));
      Op completion = impossible.op().completion();
      linearizable.put(Keyword.of("op"), HistoryWriter.toEdn(completion));
      linearizable.put(Keyword.of("previous-ok"), previousOk(register, completion));
    } else if (order instanceof Linearization.Undecided undecided) {
      validity = Validity.UNKNOWN;
      linearizable.put(Keyword.of("error"), undecided.reason());
    }
    linearizable.put(Keyword.of("configs"), new Seq(configs));
    linearizable.put(Keyword.of("final-paths"), new Seq(List.of()));
    return withVerdict(
        validity,
        Edn.map(
            "linearizable", withVerdict(validity, linearizable),
            "timeline", withVerdict(Validity.VALID, Map.of())));
  }

  private static Map<Keyword, Object> withVerdict(Validity validity, Map<Keyword, Object> details) {
    Map<Keyword, Object> edn = Edn.map("valid?", validity.toEdn());
    edn.putAll(details);
    return edn;
  }

  private static Object model(RegisterHistory register, int value) {
    return Edn.map("model", Edn.map("value", register.value(value)));
  }

  /** The last operation that succeeded before this one ended; null if there is none. */
  private static Object previousOk(RegisterHistory register, Op completion) {
    Op previous = null;
    for (RegisterOp op : register.ops()) {
      Op end = op.completion();
      if (end != null
          && end.isOk()
          && end.index() < completion.index()
          && (previous == null || end.index() > previous.index())) {
        previous = end;
      }
    }
    return previous == null ? null : HistoryWriter.toEdn(previous);
  }
}
