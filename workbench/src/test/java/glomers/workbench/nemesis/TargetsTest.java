package glomers.workbench.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Keyword;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static List<String> pick(Targets targets, int count, long seed) {
    return Targets.pick(targets.label(), Views.nodes(count), new SplittableRandom(seed));
  }

  @Test
  void choosesAsManyNodesAsNamed() {
    for (int count = 1; count <= 25; count++) {
      assertThat(pick(Targets.ONE, count, count)).hasSize(1);
      assertThat(pick(Targets.MINORITY, count, count)).hasSize(count <= 2 ? 1 : (count - 1) / 2);
      assertThat(pick(Targets.MAJORITY, count, count)).hasSize(count / 2 + 1);
      assertThat(pick(Targets.ALL, count, count)).hasSize(count);
    }
  }

  @Test
  void minorityIsFewerThanHalf() {
    for (int count = 3; count <= 25; count++) {
      assertThat(pick(Targets.MINORITY, count, 1).size() * 2).isLessThan(count);
      assertThat(pick(Targets.MAJORITY, count, 1).size() * 2).isGreaterThan(count);
    }
  }

  @Test
  void choosesDistinctNodesInOrder() {
    for (Targets targets : Targets.values()) {
      for (int count = 1; count <= 25; count++) {
        assertThat(pick(targets, count, count))
            .isSorted()
            .doesNotHaveDuplicates()
            .isSubsetOf(Views.nodes(count));
      }
    }
  }

  @Test
  void everyNodeIsHitSometimes() {
    Set<String> hit = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      hit.addAll(pick(Targets.ONE, 5, seed));
    }
    assertThat(hit).containsExactlyInAnyOrderElementsOf(Views.nodes(5));
  }

  @Test
  void eachKindIsChosenSometimes() {
    SplittableRandom random = new SplittableRandom(1);
    Set<Keyword> chosen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      chosen.add(Targets.choose(random));
    }
    assertThat(chosen)
        .containsExactlyInAnyOrder(
            Keyword.of("one"), Keyword.of("minority"), Keyword.of("majority"), Keyword.of("all"));
  }
}
