package glomers.workbench.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterleavingTest {
  private static VirtualTimeScheduler scheduler(Ties ties, long seed) {
    VirtualTimeScheduler scheduler = new VirtualTimeScheduler(1_000);
    scheduler.interleave(Interleaving.of(ties, new RandomStreams(seed)));
    return scheduler;
  }

  private static List<String> order(Ties ties, long seed) {
    VirtualTimeScheduler scheduler = scheduler(ties, seed);
    List<String> order = new ArrayList<>();
    Lane lane = new Lane();
    scheduler.schedule(lane, 5, () -> order.add("a1"));
    scheduler.schedule(lane, 5, () -> order.add("a2"));
    scheduler.schedule(5, () -> order.add("b"));
    scheduler.schedule(lane, 5, () -> order.add("a3"));
    scheduler.schedule(4, () -> order.add("before"));
    scheduler.run();
    return order;
  }

  @Test
  void eventsOfOneTimeRunInAnyOrder() {
    Set<List<String>> orders = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      orders.add(order(Ties.RANDOM, seed));
    }
    assertThat(orders)
        .containsExactlyInAnyOrder(
            List.of("before", "b", "a1", "a2", "a3"),
            List.of("before", "a1", "b", "a2", "a3"),
            List.of("before", "a1", "a2", "b", "a3"),
            List.of("before", "a1", "a2", "a3", "b"));
  }

  @Test
  void sameSeedGivesTheSameOrder() {
    assertThat(order(Ties.RANDOM, 7)).isEqualTo(order(Ties.RANDOM, 7));
  }

  @Test
  void fixedRunsKeepTheOrderOfScheduling() {
    assertThat(order(Ties.SCHEDULED, 7)).containsExactly("before", "a1", "a2", "b", "a3");
    assertThat(scheduler(Ties.SCHEDULED, 7).interleaving().latenessNanos()).isZero();
  }
}
