package glomers.workbench.workload.register;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.workload.register.LinKvOp.Cas;
import glomers.workbench.workload.register.LinKvOp.Read;
import glomers.workbench.workload.register.LinKvOp.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operations on one key, with their values numbered.
 *
 * <p>Of the failed ones, those count whose errors tell something of the value: error 20 says that
 * there was none, error 22 that a compare-and-set found another one than it expected. The others
 * did not take effect and are left out. So are reads of unknown outcome, which change nothing.
 */
final class RegisterHistory {
  private static final Keyword ABSENT = Keyword.of("key-does-not-exist");
  private static final Keyword DIFFERS = Keyword.of("precondition-failed");

  private final Map<Object, Integer> numbers = new HashMap<>();
  private final List<Object> values = new ArrayList<>();
  private final List<RegisterOp> ops = new ArrayList<>();

  RegisterHistory() {
    number(null); // is Transition.NIL
  }

  /** The operations, in the order in which they were added. */
  List<RegisterOp> ops() {
    return ops;
  }

  /** The value of this number. */
  Object value(int number) {
    return values.get(number);
  }

  /**
   * Adds an operation.
   *
   * @param completion null if it never ended
   */
  void add(Op invocation, Op completion) {
    boolean isOptional = completion == null || completion.type() == OpType.INFO;
    Optional<Transition> step =
        isOptional || completion.isOk()
            ? succeeded(invocation, completion)
            : failed(invocation, completion);
    if (step.isPresent() && !(isOptional && step.get().isPure())) {
      ops.add(new RegisterOp(invocation, completion, step.get(), isOptional));
    }
  }

  private Optional<Transition> succeeded(Op invocation, Op completion) {
    if (invocation.value() instanceof Write write) {
      return Optional.of(Transition.write(number(write.value())));
    } else if (invocation.value() instanceof Cas cas) {
      return Optional.of(Transition.cas(number(cas.from()), number(cas.to())));
    }
    return completion == null || !completion.isOk()
        ? Optional.empty()
        : Optional.of(Transition.read(number(((Read) completion.value()).value())));
  }

  private Optional<Transition> failed(Op invocation, Op completion) {
    Keyword error = errorName(completion);
    if (ABSENT.equals(error) && !(invocation.value() instanceof Write)) {
      return Optional.of(Transition.read(Transition.NIL));
    } else if (DIFFERS.equals(error) && invocation.value() instanceof Cas cas) {
      return Optional.of(Transition.differs(number(cas.from())));
    }
    return Optional.empty();
  }

  /** Those that Maelstrom does not believe whatever the value was. */
  List<RegisterOp> unquestioned() {
    return ops.stream().filter(op -> !isClaim(op)).toList();
  }

  /** Whether Maelstrom believes it, whatever the value was: a read of null, or an error. */
  private static boolean isClaim(RegisterOp op) {
    return !op.isOptional()
        && (!op.completion().isOk() || op.step().equals(Transition.read(Transition.NIL)));
  }

  /** The name of the error that an operation was answered with; null if it was not. */
  static Keyword errorName(Op completion) {
    return completion.error() instanceof List<?> error
            && !error.isEmpty()
            && error.get(0) instanceof Keyword name
        ? name
        : null;
  }

  private int number(Object value) {
    return numbers.computeIfAbsent(
        value,
        one -> {
          values.add(one);
          return values.size() - 1;
        });
  }
}
