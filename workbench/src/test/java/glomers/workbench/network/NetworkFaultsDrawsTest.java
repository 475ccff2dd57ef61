package glomers.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.fault.Measure;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is done to some messages does not change what becomes of the others. */
class NetworkFaultsDrawsTest {
  private static final int COUNT = 200;

  /** When each of many messages arrives, the first time and perhaps again. */
  private static Map<Integer, Set<Long>> times(Consumer<NetworkFaults> disturb) {
    VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
    Network network =
        new Network(
            scheduler, new Latency(Latency.Shape.UNIFORM, 10_000), new RandomStreams(5), List.of());
    Map<Integer, Set<Long>> times = new TreeMap<>();
    network.connect(
        "n1",
        (id, message) ->
            times
                .computeIfAbsent(Sent.number(message), number -> new TreeSet<>())
                .add(scheduler.nowNanos()));
    disturb.accept(network.faults());
    for (int i = 0; i < COUNT; i++) {
      network.send(Sent.message("n0", "n1", i));
    }
    scheduler.run();
    return times;
  }

  /** Those that arrive in both worlds do so at the same times, be there more of them or not. */
  private static void assertOthersAreAsEver(
      Map<Integer, Set<Long>> before, Map<Integer, Set<Long>> after) {
    after.forEach((number, times) -> assertThat(times).containsAnyElementsOf(before.get(number)));
  }

  @Test
  void lossesKeepLatenciesOfOthers() {
    Map<Integer, Set<Long>> some = times(faults -> faults.set(Measure.LOSS, 0.5));
    assertThat(some).hasSizeBetween(COUNT / 4, COUNT * 3 / 4);
    assertOthersAreAsEver(times(faults -> {}), some);
  }

  @Test
  void copiesKeepLatenciesOfOriginals() {
    Map<Integer, Set<Long>> more = times(faults -> faults.set(Measure.DUPLICATE, 0.5));
    assertThat(more).hasSize(COUNT);
    assertThat(more.values()).anyMatch(times -> times.size() == 2);
    assertOthersAreAsEver(times(faults -> {}), more);
  }

  @Test
  void lossesAndCopiesKeepReorderingOfOthers() {
    Map<Integer, Set<Long>> reordered = times(faults -> faults.set(Measure.REORDER, 1_000));
    assertThat(reordered).isNotEqualTo(times(faults -> {}));
    assertOthersAreAsEver(
        reordered,
        times(
            faults -> {
              faults.set(Measure.REORDER, 1_000);
              faults.set(Measure.DUPLICATE, 0.5);
            }));
    assertOthersAreAsEver(
        reordered,
        times(
            faults -> {
              faults.set(Measure.REORDER, 1_000);
              faults.set(Measure.LOSS, 0.5);
            }));
  }

  @Test
  void copiesDoNotChangeWhichOriginalsAreLost() {
    Set<Integer> kept = times(faults -> faults.set(Measure.LOSS, 0.5)).keySet();
    Map<Integer, Set<Long>> both =
        times(
            faults -> {
              faults.set(Measure.LOSS, 0.5);
              faults.set(Measure.DUPLICATE, 1);
            });
    assertThat(both.keySet()).containsAll(kept).hasSizeGreaterThan(kept.size());
  }

  @Test
  void theSameSeedDisturbsTheSameWay() {
    Consumer<NetworkFaults> all =
        faults -> {
          faults.set(Measure.LOSS, 0.2);
          faults.set(Measure.DUPLICATE, 0.2);
          faults.set(Measure.REORDER, 1);
          faults.set(Measure.SLOW, 2);
        };
    assertThat(times(all)).isEqualTo(times(all));
  }
}
