package glomers.workbench.workload.register;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Histories of a register that processes share, as it answers them rightly: each operation takes
 * effect at a random moment while it is under way. With lies, some answers are changed.
 */
final class RandomRegister {
  private static final int VALUES = 3;

  private final SplittableRandom random;
  private final HistoryBuilder history = new HistoryBuilder();
  private final Map<Integer, Integer> processes = new HashMap<>();
  private final Map<Integer, LinKvOp> arguments = new HashMap<>();
  private final Map<Integer, Object> answers = new HashMap<>();
  private Long value;

  RandomRegister(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * A history.
   *
   * @param lies of a hundred answers
   * @param unknown of a hundred operations, how many are of unknown outcome
   */
  History history(int operations, int workers, int lies, int unknown) {
    int begun = 0;
    while (begun < operations || !arguments.isEmpty()) {
      int worker = random.nextInt(workers);
      if (!arguments.containsKey(worker)) {
        if (begun < operations) {
          begun++;
          begin(worker);
        }
      } else if (!answers.containsKey(worker)) {
        takeEffect(worker, random.nextInt(100) < unknown);
      } else {
        end(worker, workers, random.nextInt(100) < lies);
      }
    }
    return history.build();
  }

  private long any() {
    return random.nextInt(VALUES);
  }

  private void begin(int worker) {
    String f = List.of("read", "write", "cas").get(random.nextInt(3));
    LinKvOp argument =
        switch (f) {
          case "read" -> new LinKvOp.Read(0, null);
          case "write" -> new LinKvOp.Write(0, any());
          default -> new LinKvOp.Cas(0, any(), any());
        };
    arguments.put(worker, argument);
    history.invoke(processes.computeIfAbsent(worker, w -> w), f, argument);
  }

  private void takeEffect(int worker, boolean unknown) {
    Object answer = arguments.get(worker);
    boolean happens = !unknown || random.nextBoolean();
    if (answer instanceof LinKvOp.Write write) {
      value = happens ? (Long) write.value() : value;
    } else if (!(answer instanceof LinKvOp.Cas cas)) {
      answer = value == null ? "key-does-not-exist" : new LinKvOp.Read(0, value);
    } else if (value == null || value != cas.from()) {
      answer = value == null ? "key-does-not-exist" : "precondition-failed";
    } else if (happens) {
      value = cas.to();
    }
    answers.put(worker, unknown ? "net-timeout" : answer);
  }

  private void end(int worker, int workers, boolean lie) {
    int process = processes.get(worker);
    Object answer = answers.remove(worker);
    LinKvOp argument = arguments.remove(worker);
    if (lie) {
      answer = lie(argument);
    }
    if (answer.equals("net-timeout")) {
      if (argument instanceof LinKvOp.Read) {
        history.fail(process, Keyword.of("net-timeout"));
      } else {
        history.info(process, Keyword.of("net-timeout"));
        processes.put(worker, process + workers);
      }
    } else if (answer instanceof String error) {
      history.fail(process, List.of(Keyword.of(error), "no"));
    } else {
      history.ok(process, answer);
    }
  }

  private Object lie(LinKvOp argument) {
    List<Object> lies = new ArrayList<>(List.of("key-does-not-exist", "abort"));
    if (argument instanceof LinKvOp.Read) {
      lies.add(new LinKvOp.Read(0, any()));
      lies.add(new LinKvOp.Read(0, any()));
      lies.add(new LinKvOp.Read(0, null));
    } else {
      lies.add(argument);
      if (argument instanceof LinKvOp.Cas) {
        lies.add("precondition-failed");
      }
    }
    return lies.get(random.nextInt(lies.size()));
  }
}
