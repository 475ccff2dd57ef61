package glomers.workbench.history;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes histories in the two forms that Jepsen leaves behind. Neither closes the writer. */
public final class HistoryWriter {
  private HistoryWriter() {}

  /** {@code history.edn}: each entry a map, on a line of its own. Times are in nanoseconds. */
  public static void writeEdn(History history, Writer out) throws IOException {
    for (Op op : history.ops()) {
      out.append(Edn.print(toEdn(op))).append('\n');
    }
  }

  /**
   * {@code history.txt}: each entry a line, its process, type, function, value and, if there is
   * one, error between tabs. Strings within errors are quoted, too, so that none breaks the line.
   */
  public static void writeText(History history, Writer out) throws IOException {
    for (Op op : history.ops()) {
      out.append(Edn.print(process(op))).append('\t');
      out.append(Edn.print(type(op))).append('\t');
      out.append(Edn.print(Keyword.of(op.f()))).append('\t');
      out.append(Edn.print(op.value()));
      if (op.error() != null) {
        out.append('\t').append(Edn.print(op.error()));
      }
      out.append('\n');
    }
  }

  /** An entry as results and {@code history.edn} show it; without what it does not have. */
  public static Map<Keyword, Object> toEdn(Op op) {
    Map<Keyword, Object> edn = new LinkedHashMap<>();
    edn.put(Keyword.of("process"), process(op));
    edn.put(Keyword.of("type"), type(op));
    edn.put(Keyword.of("f"), Keyword.of(op.f()));
    edn.put(Keyword.of("value"), Edn.of(op.value()));
    if (op.error() != null) {
      edn.put(Keyword.of("error"), op.error());
    }
    if (op.exception() != null) {
      edn.put(Keyword.of("exception"), Keyword.of(op.exception()));
    }
    if (op.isFinal()) {
      edn.put(Keyword.of("final?"), true);
    }
    if (op.node() != null) {
      edn.put(Keyword.of("node"), op.node());
    }
    edn.put(Keyword.of("index"), op.index());
    edn.put(Keyword.of("time"), op.timeNanos());
    return edn;
  }

  private static Object process(Op op) {
    return op.isClient() ? (Object) op.process() : Keyword.of("nemesis");
  }

  private static Keyword type(Op op) {
    return Keyword.of(op.type().label());
  }
}
