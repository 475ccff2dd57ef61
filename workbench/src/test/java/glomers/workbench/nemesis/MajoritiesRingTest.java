package glomers.workbench.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MajoritiesRingTest {
  private static void each(Consumer<Views> test) {
    Views.each(Split.MAJORITIES_RING, test);
  }

  private static int majority(Views views) {
    return views.nodes().size() / 2 + 1;
  }

  @Test
  void everyNodeSeesMajorityWithItself() {
    each(
        views ->
            views
                .nodes()
                .forEach(
                    node -> {
                      Set<String> seen = views.seenBy(node);
                      assertThat(seen).contains(node);
                      assertThat(seen.size()).isGreaterThanOrEqualTo(majority(views));
                    }));
  }

  @Test
  void fromThreeNodesOnNobodySeesAll() {
    each(
        views -> {
          int count = views.nodes().size();
          assertThat(views.all())
              .allSatisfy(seen -> assertThat(seen.size() < count).isEqualTo(count >= 3));
        });
  }

  /** Three nodes stand in a circle, each of which hears one of the two others. */
  @Test
  void linksWorkBothWaysExceptBetweenThreeNodes() {
    each(views -> assertThat(views.isSymmetric()).isEqualTo(views.nodes().size() != 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void uptoFiveNodesAreAPerfectRingOfMajoritiesThatAllDiffer(int count) {
    Views.each(
        Split.MAJORITIES_RING,
        count,
        views -> {
          assertThat(views.all()).doesNotHaveDuplicates();
          assertThat(views.all())
              .allSatisfy(seen -> assertThat(seen.size()).isEqualTo(majority(views)));
        });
  }

  @Test
  void fiveNodesSeeTwoNeighboursEach() {
    assertThat(MajoritiesRing.perfect(List.of("a", "b", "c", "d", "e")).toString())
        .isEqualTo("{a=[c, d], b=[d, e], c=[a, e], d=[a, b], e=[b, c]}");
  }

  @Test
  void moreNodesSeeBareMajority() {
    each(
        views ->
            assertThat(views.all())
                .allSatisfy(
                    seen -> assertThat(seen.size()).isLessThanOrEqualTo(majority(views) + 1)));
  }

  @Test
  void moreNodesDrawFromGivenSource() {
    List<String> nodes = Views.nodes(12);
    assertThat(MajoritiesRing.any(nodes, new SplittableRandom(5)))
        .isEqualTo(MajoritiesRing.any(nodes, new SplittableRandom(5)))
        .isNotEqualTo(MajoritiesRing.any(nodes, new SplittableRandom(6)));
  }
}
