package glomers.workbench.workload.register;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Linearizability of one key by its definition: all orders are tried. For a few operations. */
final class NaiveRegister {
  /**
   * An operation.
   *
   * @param end the index of its end; beyond all others if it may take effect at any time, or never
   */
  private record Call(Op invocation, Op completion, long begin, long end) {
    boolean isOptional() {
      return end == Long.MAX_VALUE;
    }
  }

  private final List<Call> calls = new ArrayList<>();

  /** What was found: the first operation that no order explains, and the values before it. */
  record Violation(Op completion, Set<Object> values) {}

  void add(Op invocation, Op completion) {
    boolean open = completion == null || completion.type() == OpType.INFO;
    calls.add(
        new Call(
            invocation,
            completion,
            invocation.index(),
            open ? Long.MAX_VALUE : completion.index()));
  }

  Optional<Violation> violation() {
    List<Call> ended =
        calls.stream()
            .filter(call -> !call.isOptional())
            .sorted((a, b) -> Long.compare(a.end(), b.end()))
            .toList();
    for (Call last : ended) {
      if (finalValues(last.end(), null).isEmpty()) {
        return Optional.of(new Violation(last.completion(), finalValues(last.end(), last)));
      }
    }
    return Optional.empty();
  }

  /** The values after all that ended by then, and any of the others; without one operation. */
  private Set<Object> finalValues(long until, Call without) {
    List<Call> begun = new ArrayList<>();
    for (Call call : calls) {
      if (call != without && call.begin() < until) {
        boolean later = call.end() > until;
        begun.add(
            later
                ? new Call(call.invocation(), call.completion(), call.begin(), Long.MAX_VALUE)
                : call);
      }
    }
    Set<Object> values = new HashSet<>();
    extend(begun, null, values);
    return values;
  }

  private void extend(List<Call> left, Object value, Set<Object> values) {
    if (left.stream().allMatch(Call::isOptional)) {
      values.add(value);
    }
    for (Call next : left) {
      boolean first = left.stream().noneMatch(other -> other.end() < next.begin());
      if (first) {
        List<Call> rest = new ArrayList<>(left);
        rest.remove(next);
        apply(next, value).ifPresent(after -> extend(rest, after.get(0), values));
      }
    }
  }

  /** The value after this operation, in a list as it may be null; empty if it can't be then. */
  private static Optional<List<Object>> apply(Call call, Object value) {
    boolean unknown = call.completion() == null || call.completion().type() == OpType.INFO;
    boolean ok = unknown || call.completion().isOk();
    Object reason = ok ? null : call.completion().error();
    String error = reason instanceof List<?> named ? String.valueOf(named.get(0)) : "";
    boolean absent = error.equals(String.valueOf(Keyword.of("key-does-not-exist")));
    boolean differs = error.equals(String.valueOf(Keyword.of("precondition-failed")));
    if (call.invocation().value() instanceof LinKvOp.Write write) {
      return just(ok ? (Object) write.value() : value);
    } else if (call.invocation().value() instanceof LinKvOp.Cas cas) {
      Object from = cas.from();
      if (ok) {
        return from.equals(value) ? just(cas.to()) : Optional.empty();
      } else if (absent) {
        return value == null ? just(null) : Optional.empty();
      }
      return differs && from.equals(value) ? Optional.empty() : just(value);
    }
    Object result = ok && !unknown ? ((LinKvOp.Read) call.completion().value()).value() : null;
    boolean claims = (ok && !unknown) || absent;
    return !claims || Objects.equals(result, value) ? just(value) : Optional.empty();
  }

  private static Optional<List<Object>> just(Object value) {
    List<Object> list = new ArrayList<>();
    list.add(value);
    return Optional.of(list);
  }
}
