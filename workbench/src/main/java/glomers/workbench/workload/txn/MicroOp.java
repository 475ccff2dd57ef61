package glomers.workbench.workload.txn;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnForm;
import glomers.workbench.edn.Keyword;
import java.util.Arrays;
import java.util.List;

/**
 * One read or write within a transaction: what Elle calls a micro-operation.
 *
 * @param f {@code r} for a read; {@code w} or {@code append} for a write
 * @param value what is written or was read, a value of EDN; null for a read that is not answered,
 *     or that found nothing
 */
public record MicroOp(String f, Object key, Object value) implements EdnForm {
  private static final String READ = "r";

  /** A read; its value is null until it is answered. */
  public static MicroOp read(Object key, Object value) {
    return new MicroOp(READ, key, value);
  }

  /** A write. */
  public static MicroOp write(DataType type, Object key, Object value) {
    return new MicroOp(type.writeFunction(), key, value);
  }

  /** An equal of the answer, which shares with this request what both have. */
  MicroOp answeredBy(MicroOp answer) {
    if (equals(answer)) {
      return this;
    }
    return f.equals(answer.f) && key.equals(answer.key)
        ? new MicroOp(f, key, answer.value)
        : answer;
  }

  boolean isRead() {
    return f.equals(READ);
  }

  boolean isWrite() {
    return !isRead();
  }

  /** The list that was read; empty if nothing was found. */
  List<?> list() {
    return value instanceof List<?> list ? list : List.of();
  }

  @Override
  public List<Object> toEdn() {
    return Arrays.asList(Keyword.of(f), key, value);
  }

  @Override
  public String toString() {
    return Edn.print(toEdn());
  }
}
