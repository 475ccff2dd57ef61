package glomers.workbench.history;

import glomers.workbench.edn.EdnReader;
import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.FaultEdn;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Reads what {@link HistoryWriter#writeEdn} has written. */
public final class HistoryReader {
  private final ValueReader values;
  private final History history = new History();

  private HistoryReader(ValueReader values) {
    this.values = values;
  }

  /**
   * The history of {@code history.edn}. Does not close the reader.
   *
   * @param values reads the values of clients' operations
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException if a line is no entry of a history; the message names it
   */
  public static History readEdn(BufferedReader in, ValueReader values) throws IOException {
    return new HistoryReader(values).read(in);
  }

  private History read(BufferedReader in) throws IOException {
    String line = in.readLine();
    for (int number = 1; line != null; number++) {
      try {
        history.add(op(line));
      } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
        throw new IllegalArgumentException(
            "line " + number + " is no entry of a history: " + e.getMessage(), e);
      }
      line = in.readLine();
    }
    return history;
  }

  /**
   * The entry of a client's operation, from a line as {@link HistoryWriter#toEdn} gives it.
   *
   * @param values reads its value
   * @throws IllegalArgumentException if it is none
   */
  public static Op readClientEntry(String line, ValueReader values) {
    try {
      return new HistoryReader(values).op(line);
    } catch (ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException("no entry of a history: " + line, e);
    }
  }

  private Op op(String line) {
    if (!(EdnReader.read(line) instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("expected a map");
    }
    boolean isClient = get(map, "process") instanceof Long;
    String f = name(map, "f");
    if (isClient && !(get(map, "node") instanceof String)) {
      throw new IllegalArgumentException(
          "it lacks :node, the id of the node that its process talks to, such as \"n0\"");
    }
    Object value = get(map, "value");
    return new Op(
        (Long) get(map, "index"),
        (Long) get(map, "time"),
        isClient ? Math.toIntExact((Long) get(map, "process")) : Op.NEMESIS,
        (String) get(map, "node"),
        OpType.valueOf(name(map, "type").toUpperCase(Locale.ROOT)),
        f,
        isClient ? values.value(f, value) : fault(f, value),
        get(map, "error"),
        name(map, "exception"),
        Boolean.TRUE.equals(get(map, "final?")));
  }

  /** The nemesis writes two entries of one function: what it has chosen, and what was done. */
  private Object fault(String function, Object value) {
    Op last = history.size() == 0 ? null : history.ops().get(history.size() - 1);
    boolean isChosen = last != null && !last.isClient() && last.fault().isEmpty();
    return isChosen && last.f().equals(function) ? FaultEdn.read(function, value) : value;
  }

  private static Object get(Map<?, ?> map, String key) {
    return map.get(Keyword.of(key));
  }

  private static String name(Map<?, ?> map, String key) {
    return get(map, key) instanceof Keyword keyword ? keyword.name() : null;
  }
}
