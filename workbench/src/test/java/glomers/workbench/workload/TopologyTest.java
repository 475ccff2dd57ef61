package glomers.workbench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TopologyTest {
  private static List<String> nodes(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  /** All neighbours in a row, by number: {@code 0: 1 2, 1: 0}. */
  private static String neighbours(Topology topology, int count) {
    return topology.neighbours(nodes(count)).entrySet().stream()
        .map(entry -> entry.getKey() + ": " + String.join(" ", entry.getValue()))
        .collect(Collectors.joining(", "))
        .replace("n", "");
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void neighboursAreMutualAndDistinct(Topology topology) {
    for (int count = 1; count <= 40; count++) {
      Map<String, List<String>> all = topology.neighbours(nodes(count));
      assertThat(all.keySet()).containsExactlyElementsOf(nodes(count));
      all.forEach(
          (node, neighbours) -> {
            assertThat(neighbours).doesNotContain(node).doesNotHaveDuplicates();
            neighbours.forEach(other -> assertThat(all.get(other)).contains(node));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void everyNodeCanBeReachedFromEveryOther(Topology topology) {
    for (int count = 1; count <= 40; count++) {
      Map<String, List<String>> all = topology.neighbours(nodes(count));
      Set<String> reached = new HashSet<>(Set.of("n0"));
      Deque<String> toVisit = new ArrayDeque<>(reached);
      while (!toVisit.isEmpty()) {
        all.get(toVisit.remove()).stream().filter(reached::add).forEach(toVisit::add);
      }
      assertThat(reached).as(topology + " of " + count).hasSize(count);
    }
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void handlesOneAndTwoNodes(Topology topology) {
    assertThat(neighbours(topology, 1)).isEqualTo("0: ");
    assertThat(neighbours(topology, 2)).isEqualTo("0: 1, 1: 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LINE  | 0: 1, 1: 0 2, 2: 1 3, 3: 2 4, 4: 3
          GRID  | 0: 3 1, 1: 4 2 0, 2: 1, 3: 0 4, 4: 1 3
          TREE  | 0: 1 2, 1: 0 3 4, 2: 0, 3: 1, 4: 1
          TREE2 | 0: 1 2, 1: 0 3 4, 2: 0, 3: 1, 4: 1
          TREE3 | 0: 1 2 3, 1: 0 4, 2: 0, 3: 0, 4: 1
          TREE4 | 0: 1 2 3 4, 1: 0, 2: 0, 3: 0, 4: 0
          TOTAL | 0: 1 2 3 4, 1: 0 2 3 4, 2: 0 1 3 4, 3: 0 1 2 4, 4: 0 1 2 3
          """)
  void fiveNodes(Topology topology, String expected) {
    assertThat(neighbours(topology, 5)).isEqualTo(expected);
  }

  @Test
  void gridOf25HasFiveRows() {
    assertThat(neighbours(Topology.GRID, 25))
        .isEqualTo(
            "0: 5 1, 1: 6 2 0, 2: 7 3 1, 3: 8 4 2, 4: 9 3, "
                + "5: 10 0 6, 6: 11 1 7 5, 7: 12 2 8 6, 8: 13 3 9 7, 9: 14 4 8, "
                + "10: 15 5 11, 11: 16 6 12 10, 12: 17 7 13 11, 13: 18 8 14 12, 14: 19 9 13, "
                + "15: 20 10 16, 16: 21 11 17 15, 17: 22 12 18 16, 18: 23 13 19 17, 19: 24 14 18, "
                + "20: 15 21, 21: 16 22 20, 22: 17 23 21, 23: 18 24 22, 24: 19 23");
  }

  @Test
  void tree4Of25HasThreeLevels() {
    assertThat(neighbours(Topology.TREE4, 25))
        .isEqualTo(
            "0: 1 2 3 4, 1: 0 5 6 7 8, 2: 0 9 10 11 12, 3: 0 13 14 15 16, 4: 0 17 18 19 20, "
                + "5: 1 21 22 23 24, 6: 1, 7: 1, 8: 1, 9: 2, 10: 2, 11: 2, 12: 2, "
                + "13: 3, 14: 3, 15: 3, 16: 3, 17: 4, 18: 4, 19: 4, 20: 4, "
                + "21: 5, 22: 5, 23: 5, 24: 5");
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void theLabelLeadsBackToTheTopology(Topology topology) {
    assertThat(Topology.of(topology.label())).isEqualTo(topology);
  }

  @Test
  void refusesUnknownLabel() {
    assertThatThrownBy(() -> Topology.of("star"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no topology star; there are line, grid, tree, tree2, tree3, tree4, total");
  }
}
