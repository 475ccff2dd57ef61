package glomers.workbench.workload.register;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final Map<Integer, String> functions = new HashMap<>();
  private final Map<Integer, Object> arguments = new HashMap<>();
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
    Object argument =
        f.equals("read") ? null : f.equals("write") ? (Object) any() : List.of(any(), any());
    functions.put(worker, f);
    arguments.put(worker, Arrays.asList(0L, argument));
    history.invoke(processes.computeIfAbsent(worker, w -> w), f, arguments.get(worker));
  }

  private void takeEffect(int worker, boolean unknown) {
    Object argument = ((List<?>) arguments.get(worker)).get(1);
    Object answer = arguments.get(worker);
    boolean happens = !unknown || random.nextBoolean();
    switch (functions.get(worker)) {
      case "read" -> answer = value == null ? "key-does-not-exist" : Arrays.asList(0L, value);
      case "write" -> value = happens ? (Long) argument : value;
      default -> {
        Object from = ((List<?>) argument).get(0);
        if (!from.equals(value)) {
          answer = value == null ? "key-does-not-exist" : "precondition-failed";
        } else if (happens) {
          value = (Long) ((List<?>) argument).get(1);
        }
      }
    }
    answers.put(worker, unknown ? "net-timeout" : answer);
  }

  private void end(int worker, int workers, boolean lie) {
    int process = processes.get(worker);
    Object answer = answers.remove(worker);
    List<?> argument = (List<?>) arguments.remove(worker);
    if (lie) {
      answer = lie(functions.get(worker), argument);
    }
    if (answer.equals("net-timeout")) {
      if (functions.get(worker).equals("read")) {
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

  private Object lie(String f, List<?> argument) {
    List<Object> lies = new ArrayList<>(List.of("key-does-not-exist", "abort"));
    switch (f) {
      case "read" -> {
        lies.add(Arrays.asList(0L, any()));
        lies.add(Arrays.asList(0L, any()));
        lies.add(Arrays.asList(0L, null));
      }
      case "write" -> lies.add(argument);
      default -> lies.addAll(List.of(argument, "precondition-failed"));
    }
    return lies.get(random.nextInt(lies.size()));
  }
}
