package glomers.workbench.workload.set;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.Effort;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SetFullPropertyTest {
  private static final List<String> NODES = List.of("n0", "n1", "n2");

  @Test
  void agreesWithTheDefinitionOnRandomHistories() {
    Map<Validity, Integer> verdicts = new TreeMap<>();
    for (long seed = 0; seed < Effort.of(200, 600); seed++) {
      History history = new RandomHistory(seed).make(20 + (int) (seed % 80));
      Result result = new SetFullChecker("broadcast", NODES).check(history);
      assertThat(Edn.print(comparable(result)))
          .as("seed %d", seed)
          .isEqualTo(Edn.print(new NaiveSetFull(history).details()));
      verdicts.merge(result.validity(), 1, Integer::sum);
    }
    // Histories of one kind only would prove little.
    assertThat(verdicts).hasSize(Validity.values().length);
    assertThat(verdicts.values()).allMatch(count -> count > 10);
  }

  /** The details that {@link NaiveSetFull} knows, in its form. */
  private static Map<String, Object> comparable(Result result) {
    Map<String, Object> details = new TreeMap<>();
    for (String name : List.of("attempt-count", "stable-count", "duplicated")) {
      details.put(name, result.details().get(name));
    }
    for (String name : List.of("lost", "never-read", "stale", "unexpected", "refused")) {
      Seq seq = (Seq) result.details().getOrDefault(name, new Seq(List.of()));
      details.put(name, seq.values());
      assertThat(result.details().getOrDefault(name + "-count", 0)).isEqualTo(seq.values().size());
    }
    for (String name : List.of("stable-latencies", "lost-latencies")) {
      Map<?, ?> latencies = (Map<?, ?>) result.details().getOrDefault(name, Map.of());
      details.put(name, new ArrayList<>(latencies.values()));
    }
    return details;
  }

  @Test
  @Timeout(60)
  void manyReadsOfManyElementsAreJudgedQuickly() {
    HistoryBuilder history = new HistoryBuilder();
    List<Object> added = new ArrayList<>();
    for (long i = 0; i < 4_000; i++) {
      history.call(0, "broadcast", i, i);
      added.add(i);
      // Elements show up a hundred operations late, so that all are missed for a while.
      history.call(1, "read", null, List.copyOf(added.subList(0, Math.max(0, (int) i - 100))));
    }
    history.finalPhase().call(0, "read", null, added);
    Result result = new SetFullChecker("broadcast", List.of("n0")).check(history.build());
    assertThat(result.validity()).isEqualTo(Validity.VALID);
    assertThat(result.details()).containsEntry("stable-count", 4_000);
  }

  /** Operations of a few processes that overlap, on a set that now and then misbehaves. */
  private static final class RandomHistory {
    private static final int PROCESSES = 3;

    private final SplittableRandom random;
    private final HistoryBuilder history = new HistoryBuilder();
    private final List<Object> tried = new ArrayList<>();
    private final Map<Integer, String> open = new HashMap<>();
    private final int faultPercent;
    private long nowMillis;

    RandomHistory(long seed) {
      random = new SplittableRandom(seed);
      faultPercent = random.nextInt(4);
    }

    History make(int steps) {
      for (int i = 0; i < steps; i++) {
        step(random.nextInt(PROCESSES));
      }
      for (int process = 0; process < PROCESSES; process++) {
        if (open.containsKey(process)) {
          step(process);
        }
      }
      if (random.nextInt(4) > 0) {
        history.finalPhase();
        for (int process = 0; process < PROCESSES; process++) {
          history.invoke(process, "read", null);
          if (random.nextInt(10) == 0) {
            history.fail(process, "timeout");
          } else {
            history.ok(process, contents(fault()));
          }
        }
      }
      return history.build();
    }

    private void step(int process) {
      nowMillis += random.nextInt(5);
      history.at(nowMillis);
      String f = open.remove(process);
      if (f != null) {
        complete(process, f);
      } else if (random.nextBoolean()) {
        open.put(process, "read");
        history.invoke(process, "read", null);
      } else {
        Object value = nextValue();
        tried.add(value);
        open.put(process, "broadcast");
        history.invoke(process, "broadcast", value);
      }
    }

    private Object nextValue() {
      if (!tried.isEmpty() && random.nextInt(20) == 0) {
        return tried.get(random.nextInt(tried.size()));
      }
      return random.nextInt(10) == 0 ? "v" + tried.size() : (Object) (long) tried.size();
    }

    /** A refused add is rare: a read of its value makes the history invalid. */
    private void failOrTimeOut(int process, String f) {
      if (f.equals("read") || fault()) {
        history.fail(process, "no");
      } else {
        history.info(process, "timeout");
      }
    }

    private void complete(int process, String f) {
      switch (random.nextInt(8)) {
        case 0 -> failOrTimeOut(process, f);
        case 1 -> history.info(process, "timeout");
        default -> {
          if (f.equals("read")) {
            history.ok(process, contents(true));
          } else {
            history.ok(process);
          }
        }
      }
    }

    /**
     * Most of what was tried, the newest less often; at times something twice or out of the air.
     */
    private List<Object> contents(boolean lagging) {
      List<Object> contents = new ArrayList<>();
      for (int i = 0; i < tried.size(); i++) {
        Object value = tried.get(i);
        boolean late = lagging && tried.size() - i < 4 && random.nextBoolean();
        if (!late && !fault() && !contents.contains(value)) {
          contents.add(value);
        }
      }
      if (fault() && !contents.isEmpty()) {
        contents.add(contents.get(random.nextInt(contents.size())));
      }
      if (fault()) {
        contents.add((long) random.nextInt(100));
      }
      return contents;
    }

    private boolean fault() {
      return random.nextInt(100) < faultPercent;
    }
  }
}
