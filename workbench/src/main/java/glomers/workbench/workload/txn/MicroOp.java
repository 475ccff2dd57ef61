package glomers.workbench.workload.txn;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One read or write within a transaction: what Elle calls a micro-operation.
 *
 * @param f {@code r} for a read; {@code w} or {@code append} for a write
 * @param value what is written or was read, a value of EDN; null for a read that is not answered,
 *     or that found nothing
 */
public record MicroOp(String f, Object key, Object value) {
  private static final String READ = "r";

  /** A read; its value is null until it is answered. */
  public static MicroOp read(Object key, Object value) {
    return new MicroOp(READ, key, value);
  }

  /** A write. */
  public static MicroOp write(DataType type, Object key, Object value) {
    return new MicroOp(type.writeFunction(), key, value);
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

  /** A transaction as histories hold it: {@code [[:r 1 nil] [:w 2 3]]}. */
  public static List<Object> toEdn(List<MicroOp> txn) {
    List<Object> edn = new ArrayList<>(txn.size());
    txn.forEach(op -> edn.add(op.toEdn()));
    return edn;
  }

  List<Object> toEdn() {
    return Arrays.asList(Keyword.of(f), key, value);
  }

  /**
   * The transaction that a history holds.
   *
   * @throws IllegalArgumentException if the value does not have the form of one
   */
  public static List<MicroOp> ofEdn(Object value) {
    try {
      List<?> triples = (List<?>) value;
      List<MicroOp> ops = new ArrayList<>(triples.size());
      for (Object triple : triples) {
        List<?> parts = (List<?>) triple;
        ops.add(new MicroOp(((Keyword) parts.get(0)).name(), parts.get(1), parts.get(2)));
      }
      return ops;
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException("not a transaction: " + value, e);
    }
  }

  @Override
  public String toString() {
    return Edn.print(toEdn());
  }
}
