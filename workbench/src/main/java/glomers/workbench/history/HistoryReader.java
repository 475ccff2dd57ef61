package glomers.workbench.history;

import glomers.workbench.edn.EdnReader;
import glomers.workbench.edn.Keyword;
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
        history.add(op(line));
      } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
        throw new IllegalArgumentException(
            "line " + number + " is no entry of a history: " + e.getMessage(), e);
      }
      line = in.readLine();
    }
    return history;
  }

  private static Op op(String line) {
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
        get(map, "value"),
        get(map, "error"),
        name(map, "exception"),
        Boolean.TRUE.equals(get(map, "final?")));
  }

  private static Object get(Map<?, ?> map, String key) {
    return map.get(Keyword.of(key));
  }

  private static String name(Map<?, ?> map, String key) {
    return get(map, key) instanceof Keyword keyword ? keyword.name() : null;
  }
}
