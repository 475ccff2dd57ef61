package glomers.workbench.checker.general;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.OptionalDouble;

/**
 * Computes the fraction of the operations that succeeded, and whether that is enough.
 *
 * @param required the least fraction, 0 to 1, of all invocations that must be ok; 1 for total
 *     availability; empty if any is allowed
 */
public record AvailabilityChecker(OptionalDouble required) implements Checker {
  private static final Rule RULE =
      Rule.of("availability", "the required fraction of all operations must be ok");

  @Override
  public Result check(History history) {
    long invoked = history.clientOps().filter(Op::isInvoke).count();
    long ok = history.clientOps().filter(Op::isOk).count();
    // A float, also where it is compared: 9 of 10 is a little less than a required 0.9, as it is
    // to Maelstrom.
    float fraction = invoked == 0 ? 1 : (float) ((double) ok / invoked);
    boolean enough = required.isEmpty() || required.getAsDouble() <= fraction;
    Result.Builder result =
        Result.builder().detail("ok-fraction", invoked == 0 ? (Object) 1 : fraction);
    if (!enough) {
      result.finding(
          Finding.invalid(
              RULE,
              Sentences.format(
                  "%,d of %s %s ok, a fraction of %s; at least %s was required.",
                  ok,
                  Sentences.count(invoked, "operation"),
                  ok == 1 ? "was" : "were",
                  fraction,
                  required.getAsDouble())));
    }
    return result.build();
  }
}
