package glomers.workbench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class KeyPoolTest {
  private static RandomGenerator seeded() {
    return new SplittableRandom(5);
  }

  @Test
  void lastKeyIsDrawnHalfOfTheTime() {
    RandomGenerator random = seeded();
    KeyPool pool = new KeyPool(3, Integer.MAX_VALUE, Variation.NONE);
    Map<Long, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 7_000; i++) {
      counts.merge(pool.next(random).key(), 1, Integer::sum);
    }
    assertThat(counts).hasSize(3);
    assertThat(counts.get(0L)).isBetween(900, 1_100);
    assertThat(counts.get(1L)).isBetween(1_850, 2_150);
    assertThat(counts.get(2L)).isBetween(3_800, 4_200);
  }

  @Test
  void numbersWritesOfKeyUpToLimit() {
    RandomGenerator random = seeded();
    KeyPool pool = new KeyPool(4, 16, Variation.NONE);
    Map<Long, Long> last = new HashMap<>();
    int writes = 0;
    for (int i = 0; i < 5_000; i++) {
      KeyPool.Access step = pool.next(random);
      if (step.isWrite()) {
        writes++;
        assertThat(step.value())
            .isEqualTo(last.getOrDefault(step.key(), 0L) + 1)
            .isBetween(1L, 16L);
        last.put(step.key(), step.value());
      }
    }
    assertThat(writes).isBetween(2_300, 2_600);
    assertThat(last.size()).isBetween(writes / 16, writes / 16 + 4);
  }

  @Test
  void oneKeyAndManyKeysWork() {
    RandomGenerator random = seeded();
    KeyPool one = new KeyPool(1, 1, Variation.NONE);
    KeyPool many = new KeyPool(1_000_000, 1, Variation.NONE);
    for (int i = 0; i < 1_000; i++) {
      assertThat(one.next(random).value()).isLessThanOrEqualTo(1);
      assertThat(many.next(random).key()).isGreaterThan(999_900);
    }
  }
}
