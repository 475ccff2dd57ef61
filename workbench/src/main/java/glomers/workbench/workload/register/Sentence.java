package glomers.workbench.workload.register;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import java.util.stream.Collectors;

/** Says which operation no order explains, and why. */
final class Sentence {
  private static final int SHOWN_MAX = 8;

  private Sentence() {}

  static String of(Object key, RegisterHistory register, Linearization.Impossible impossible) {
    Op invocation = impossible.op().invocation();
    Op completion = impossible.op().completion();
    return Sentences.format(
        "%s, asked at %s, answered %s with %s at %s; but key %s could only hold %s in"
            + " between.",
        invocation.node(),
        invocation.seconds(),
        question(invocation),
        answer(completion),
        completion.seconds(),
        Edn.print(key),
        values(register, impossible));
  }

  private static String question(Op invocation) {
    return invocation.value() instanceof LinKvOp.Cas cas
        ? "a cas from " + cas.from() + " to " + cas.to()
        : "a read";
  }

  private static String answer(Op completion) {
    if (!completion.isOk()) {
      return "the error " + RegisterHistory.errorName(completion).name();
    }
    return completion.value() instanceof LinKvOp.Read read ? named(read.value()) : "cas_ok";
  }

  private static String values(RegisterHistory register, Linearization.Impossible impossible) {
    String shown =
        impossible.values().stream()
            .limit(SHOWN_MAX)
            .map(value -> named(register.value(value)))
            .collect(Collectors.joining(", or "));
    return impossible.values().size() > SHOWN_MAX ? shown + ", or …" : shown;
  }

  private static String named(Object value) {
    return value == null ? "nothing (null)" : Edn.print(value);
  }
}
