package glomers.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CountTest {
  private final SplittableRandom random = new SplittableRandom(1);

  private Count any() {
    return new Count(random.nextLong(4), random.nextLong(4));
  }

  @Test
  void mergeIsCommutativeAssociativeAndIdempotent() {
    for (int i = 0; i < 1_000; i++) {
      Count a = any();
      Count b = any();
      Count c = any();
      assertThat(a.max(b)).isEqualTo(b.max(a));
      assertThat(a.max(b).max(c)).isEqualTo(a.max(b.max(c)));
      assertThat(a.max(a)).isEqualTo(a);
    }
  }

  @Test
  void laterCountWinsWhateverTheSign() {
    Count earlier = any();
    assertThat(earlier.plus(-3).max(earlier)).isEqualTo(earlier.plus(-3));
    assertThat(earlier.max(earlier.plus(3))).isEqualTo(earlier.plus(3));
    assertThat(Count.ZERO.plus(4).plus(-5).value()).isEqualTo(-1);
  }
}
