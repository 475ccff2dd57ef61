package glomers.workbench.workload.txn;

import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Histories in short. A line is a transaction: its process, how it ended, and its reads and writes:
 *
 * <pre>
 * 0 ok    w1=5 r2=nil     registers
 * 1 fail  a1=5 r2=3,4     lists
 * 2 ok…   a1=6            begins with the others of its group, and ends last of all
 * --                      what follows begins after all before has ended
 * final                   what follows are final reads
 * </pre>
 *
 * Transactions between two such separators overlap.
 */
final class TxnNotation {
  private final DataType type;
  private final HistoryBuilder history = new HistoryBuilder();
  private final Map<Integer, Runnable> ends = new LinkedHashMap<>();
  private final List<Runnable> lastEnds = new ArrayList<>();

  private TxnNotation(DataType type) {
    this.type = type;
  }

  static History of(DataType type, String text) {
    TxnNotation notation = new TxnNotation(type);
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(notation::line);
    notation.endGroup();
    notation.lastEnds.forEach(Runnable::run);
    return notation.history.build();
  }

  private void line(String line) {
    if (line.equals("--") || line.equals("final")) {
      endGroup();
      if (line.equals("final")) {
        history.finalPhase();
      }
      return;
    }
    String[] words = line.split(" +");
    int process = Integer.parseInt(words[0]);
    List<MicroOp> answered = Arrays.stream(words).skip(2).map(this::op).toList();
    List<MicroOp> asked =
        answered.stream().map(op -> op.isRead() ? MicroOp.read(op.key(), null) : op).toList();
    history.invoke(process, "txn", new MicroOps(asked));
    Runnable end =
        switch (words[1].replace("…", "")) {
          case "ok" -> () -> history.ok(process, new MicroOps(answered));
          case "fail" -> () -> history.fail(process, "aborted");
          default -> () -> history.info(process, "timeout");
        };
    if (words[1].endsWith("…")) {
      lastEnds.add(end);
    } else {
      ends.put(process, end);
    }
  }

  private void endGroup() {
    ends.values().forEach(Runnable::run);
    ends.clear();
  }

  private MicroOp op(String word) {
    String[] parts = word.substring(1).split("=");
    Object key = Long.valueOf(parts[0]);
    if (word.charAt(0) != 'r') {
      return MicroOp.write(type, key, Long.valueOf(parts[1]));
    }
    if (parts[1].equals("nil")) {
      return MicroOp.read(key, null);
    }
    if (parts[1].equals("[]")) {
      return MicroOp.read(key, List.of());
    }
    List<Long> values = Arrays.stream(parts[1].split(",")).map(Long::valueOf).toList();
    return MicroOp.read(key, type == DataType.LIST_APPEND ? values : values.get(0));
  }
}
