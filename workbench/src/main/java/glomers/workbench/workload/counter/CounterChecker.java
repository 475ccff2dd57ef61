package glomers.workbench.workload.counter;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.FinalReadRule;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import java.util.List;

/**
 * Judges a counter with the functions {@code add}, whose value is a delta, and {@code read}, both
 * of integers: each final read must be the sum of all acknowledged adds, and of any of those whose
 * outcome is unknown.
 *
 * <p>Two rules are stricter than Maelstrom's; those that are broken are named under {@code
 * :broken-rules}, with what broke them under keys of their own: a read before the end lies between
 * the sums of all negative and of all positive deltas whose adds began before the read ended
 * ({@code :impossible}); and each node answers a final read ({@code :no-final-read}: the verdict is
 * unknown at best).
 *
 * @param nodes those that must know the sum in the end
 */
public record CounterChecker(List<String> nodes) implements Checker {
  private static final int SHOWN_MAX = 32;

  private static final Rule FINAL_READ =
      Rule.of(
              "final-read",
              "each final read must be the sum of all acknowledged adds, and of any of those whose"
                  + " outcome is unknown")
          .withCases("final reads are not the sum of the acknowledged adds");
  private static final Rule IMPOSSIBLE =
      Rule.stricter(
              "impossible",
              "a read must lie between the sums of the negative and of the positive adds that began"
                  + " before it ended")
          .withCases("reads returned what was no possible sum at their time");

  /** Keeps its own copy. */
  public CounterChecker {
    nodes = List.copyOf(nodes);
  }

  @Override
  public Result check(History history) {
    Adds adds = Adds.of(history);
    PossibleSums acceptable = adds.possibleSums();
    List<Op> finalReads =
        history
            .clientOps()
            .filter(op -> op.isFinal() && op.isOk() && op.f().equals("read"))
            .toList();
    List<Op> errors =
        finalReads.stream().filter(read -> !acceptable.contains(Adds.number(read))).toList();
    List<ImpossibleRead> impossible = ImpossibleRead.in(history);

    Result.Builder result = Result.builder();
    result.detail("errors", errors.isEmpty() ? null : entries(errors));
    result.detail("final-reads", new Seq(finalReads.stream().map(Op::value).toList()));
    result.detail("acceptable", new Seq(acceptable.toEdn()));
    errors.forEach(read -> result.finding(wrong(history, read, adds)));
    if (!impossible.isEmpty()) {
      List<ImpossibleRead> shown = impossible.stream().limit(SHOWN_MAX).toList();
      result.detail("impossible-count", impossible.size());
      result.detail("impossible", entries(shown.stream().map(ImpossibleRead::read).toList()));
      result.findings(impossible, SHOWN_MAX, each -> impossible(history, each));
    }
    FinalReadRule.check(history, nodes, result);
    return result.build();
  }

  private static Seq entries(List<Op> ops) {
    return new Seq(ops.stream().<Object>map(HistoryWriter::toEdn).toList());
  }

  private static Finding wrong(History history, Op read, Adds adds) {
    String unknown =
        adds.unknown().isEmpty()
            ? ""
            : Sentences.format(
                "; with %s of unknown outcome it may be %s",
                adds.unknown().size() == 1
                    ? "the add"
                    : Sentences.format("any of the %,d adds", adds.unknown().size()),
                adds.possibleSums());
    return about(
        FINAL_READ,
        history,
        read,
        Sentences.format(
            "The final read of %s returned %s, but the sum of the acknowledged adds is" + " %d%s.",
            read.at(), read.value(), adds.acknowledgedSum(), unknown));
  }

  private static Finding impossible(History history, ImpossibleRead impossible) {
    Op read = impossible.read();
    return about(
        IMPOSSIBLE,
        history,
        read,
        Sentences.format(
            "The read of %s returned %s; of the adds that had begun by then, the negative"
                + " ones sum up to %d and the positive ones to %d.",
            read.at(), read.value(), impossible.negativeSum(), impossible.positiveSum()));
  }

  private static Finding about(Rule rule, History history, Op read, String sentence) {
    return Finding.invalid(rule, sentence)
        .withOps(List.of(history.invocation(read), read))
        .withNodes(List.of(read.node()))
        .withValues(List.of(read.value()));
  }
}
