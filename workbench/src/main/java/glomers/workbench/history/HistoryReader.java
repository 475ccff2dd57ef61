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
  private HistoryReader() {}

  /**
   * The history of {@code history.edn}. Does not close the reader.
   *
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException if a line is no entry of a history; the message names it
   */
  public static History readEdn(BufferedReader in) throws IOException {
    History history = new History();
    String line = in.readLine();
    for (int number = 1; line != null; number++) {
      try {
        history.add(op(line, history));
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
   * @throws IllegalArgumentException if it is none
   */
  public static Op readClientEntry(String line) {
    try {
      return op(line, new History());
    } catch (ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException("no entry of a history: " + line, e);
    }
  }

  private static Op op(String line, History history) {
    if (!(EdnReader.read(line) instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("expected a map");
    }
    boolean isClient = get(map, "process") instanceof Long;
    return new Op(
        (Long) get(map, "index"),
        (Long) get(map, "time"),
        isClient ? Math.toIntExact((Long) get(map, "process")) : Op.NEMESIS,
        (String) get(map, "node"),
        OpType.valueOf(name(map, "type").toUpperCase(Locale.ROOT)),
        name(map, "f"),
        isClient ? get(map, "value") : fault(map, history),
        get(map, "error"),
        name(map, "exception"),
        Boolean.TRUE.equals(get(map, "final?")));
  }

  /** The nemesis writes two entries of one function: what it has chosen, and what was done. */
  private static Object fault(Map<?, ?> map, History history) {
    String function = name(map, "f");
    Op last = history.size() == 0 ? null : history.ops().get(history.size() - 1);
    boolean isChosen = last != null && !last.isClient() && last.fault().isEmpty();
    return isChosen && last.f().equals(function)
        ? FaultEdn.read(function, get(map, "value"))
        : get(map, "value");
  }

  private static Object get(Map<?, ?> map, String key) {
    return map.get(Keyword.of(key));
  }

  private static String name(Map<?, ?> map, String key) {
    return get(map, key) instanceof Keyword keyword ? keyword.name() : null;
  }
}
