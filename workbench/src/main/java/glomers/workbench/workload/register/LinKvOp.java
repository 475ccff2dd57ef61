package glomers.workbench.workload.register;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnForm;
import java.util.Arrays;
import java.util.List;

/** An operation on one key; in histories a pair of the key and the argument or result. */
public sealed interface LinKvOp extends EdnForm {
  /** The key. */
  long key();

  /**
   * A read.
   *
   * @param value what was read, a value of EDN; null before the answer, and if there was nothing
   */
  record Read(long key, Object value) implements LinKvOp {
    @Override
    public Object toEdn() {
      return Arrays.asList(key, value);
    }
  }

  /** A write. */
  record Write(long key, long value) implements LinKvOp {
    @Override
    public Object toEdn() {
      return List.of(key, value);
    }
  }

  /** A write of one value in place of another one; in histories {@code [key [from to]]}. */
  record Cas(long key, long from, long to) implements LinKvOp {
    @Override
    public Object toEdn() {
      return List.of(key, List.of(from, to));
    }
  }

  /**
   * The operation that has this form.
   *
   * @param f the name of the function
   * @throws IllegalArgumentException if there is no such function, or this is not its form
   */
  static LinKvOp of(String f, Object edn) {
    try {
      List<?> pair = (List<?>) edn;
      long key = (Long) pair.get(0);
      return switch (f) {
        case "read" -> new Read(key, pair.get(1));
        case "write" -> new Write(key, (Long) pair.get(1));
        case "cas" -> {
          List<?> fromTo = (List<?>) pair.get(1);
          yield new Cas(key, (Long) fromTo.get(0), (Long) fromTo.get(1));
        }
        default -> throw new IllegalArgumentException("a register has no function " + f);
      };
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException(
          "not a value of the function " + f + ": " + Edn.print(edn), e);
    }
  }
}
