package glomers.workbench.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  @ParameterizedTest
  @EnumSource(Split.class)
  void everyNodeReceivesFromItself(Split split) {
    Views.each(
        split,
        views -> {
          assertThat(views.partitions()).containsOnlyKeys(views.nodes());
          views.nodes().forEach(node -> assertThat(views.seenBy(node)).contains(node));
          views.partitions().values().forEach(from -> assertThat(views.nodes()).containsAll(from));
        });
  }

  @ParameterizedTest
  @EnumSource(Split.class)
  void theSameSeedGivesTheSamePartition(Split split) {
    for (int count = 1; count <= 25; count++) {
      Views views = Views.of(split, count, 99);
      assertThat(views).isEqualTo(Views.of(split, count, 99));
      assertThat(List.copyOf(views.partitions().keySet())).as("order, for histories").isSorted();
    }
  }

  @ParameterizedTest
  @EnumSource(Split.class)
  void differentSeedsGiveDifferentPartitions(Split split) {
    Set<Views> different = new HashSet<>();
    Views.each(split, 5, different::add);
    assertThat(different).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Split.class,
      names = {"ONE", "MINORITY_THIRD", "MAJORITY"})
  void twoSidesSeeThemselvesAndNothingOfEachOther(Split split) {
    Views.each(
        split,
        views -> {
          assertThat(views.isSymmetric()).isTrue();
          assertThat(views.sides()).hasSizeBetween(1, 2);
          assertThat(views.sides().stream().mapToInt(Set::size).sum())
              .isEqualTo(views.nodes().size());
        });
  }

  @Test
  void oneLeavesASingleNodeAlone() {
    Views.each(Split.ONE, views -> assertThat(views.sides().get(0)).hasSize(1));
  }

  @Test
  void anyNodeMayBeTheOne() {
    Set<Set<String>> alone = new HashSet<>();
    Views.each(Split.ONE, 5, views -> alone.add(views.sides().get(0)));
    assertThat(alone).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "5, 1", "6, 1", "7, 2", "9, 2", "10, 3", "25, 8"})
  void aMinorityThirdIsLessThanAThird(int count, int expected) {
    Views.each(
        Split.MINORITY_THIRD,
        count,
        views -> {
          int size = views.sides().get(0).size();
          assertThat(size).isEqualTo(expected);
          assertThat(3 * size).isLessThan(count);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void threeNodesHaveNoMinorityThird(int count) {
    Views.each(
        Split.MINORITY_THIRD,
        count,
        views -> assertThat(views.partitions().values()).allMatch(Set::isEmpty));
  }

  @Test
  void majorityIsHalfRoundedUp() {
    Views.each(
        Split.MAJORITY,
        views -> {
          int count = views.nodes().size();
          Set<String> large = views.sides().get(views.sides().size() - 1);
          assertThat(large).hasSize(count - count / 2);
          assertThat(views.sides()).hasSize(count == 1 ? 1 : 2);
        });
  }

  @Test
  void labelsAreThoseOfJepsen() {
    assertThat(Split.values())
        .extracting(Split::label)
        .containsExactly("one", "minority-third", "majority", "majorities-ring");
  }
}
