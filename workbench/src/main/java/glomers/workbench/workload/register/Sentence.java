package glomers.workbench.workload.register;

import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says which operation no order explains, and why. */
final class Sentence {
  private static final int SHOWN_MAX = 8;

  private Sentence() {}

  static String of(Object key, RegisterHistory register, Linearization.Impossible impossible) {
    Op invocation = impossible.op().invocation();
    Op completion = impossible.op().completion();
    return String.format(
        Locale.ROOT,
        "%s, asked at %.3f s, answered %s with %s at %.3f s; but key %s could only hold %s in"
            + " between.",
        invocation.node(),
        invocation.timeNanos() / 1e9,
        question(invocation),
        answer(completion),
        completion.timeNanos() / 1e9,
        Edn.print(key),
        values(register, impossible));
  }

  private static String question(Op invocation) {
    if (invocation.f().equals("read")) {
      return "a read";
    }
    List<?> fromTo = (List<?>) RegisterHistory.argument(invocation);
    return "a cas from " + Edn.print(fromTo.get(0)) + " to " + Edn.print(fromTo.get(1));
  }

  private static String answer(Op completion) {
    if (!completion.isOk()) {
      return "the error " + Edn.print(RegisterHistory.errorName(completion));
    }
    return completion.f().equals("read") ? named(RegisterHistory.argument(completion)) : "cas_ok";
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
