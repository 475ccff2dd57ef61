package glomers.workbench.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The topologies: which nodes a workload suggests as neighbours. */
public enum Topology {
  /** One behind the other. */
  LINE,
  /** Rows and columns, as square as can be. */
  GRID,
  /** A tree in which each has up to two children. */
  TREE,
  /** The same as {@link #TREE}. */
  TREE2,
  /** A tree in which each has up to three children. */
  TREE3,
  /** A tree in which each has up to four children. */
  TREE4,
  /** Each with all others. */
  TOTAL;

  /** The name as options have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The topology that options call so.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Topology of(String label) {
    return Arrays.stream(values())
        .filter(topology -> topology.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Arrays.stream(values())
                        .map(Topology::label)
                        .collect(
                            Collectors.joining(
                                ", ", "there is no topology " + label + "; there are ", ""))));
  }

  /** The neighbours of each node, in the order of the nodes. */
  public Map<String, List<String>> neighbours(List<String> nodes) {
    Map<String, List<String>> neighbours = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      List<String> mine = new ArrayList<>();
      for (int j : indices(i, nodes.size())) {
        if (j >= 0 && j < nodes.size() && j != i) {
          mine.add(nodes.get(j));
        }
      }
      neighbours.put(nodes.get(i), mine);
    }
    return neighbours;
  }

  /** The places of a node's neighbours, some of which may be outside the list. */
  private int[] indices(int i, int count) {
    return switch (this) {
      case LINE -> new int[] {i - 1, i + 1};
      case GRID -> grid(i, (int) Math.ceil(Math.sqrt(count)));
      case TREE, TREE2 -> tree(i, 2);
      case TREE3 -> tree(i, 3);
      case TREE4 -> tree(i, 4);
      case TOTAL -> all(count);
    };
  }

  private static int[] grid(int i, int side) {
    int left = i % side > 0 ? i - 1 : -1;
    int right = i % side < side - 1 ? i + 1 : -1;
    return new int[] {i + side, i - side, right, left};
  }

  /** In a list of a tree's levels from the root, the children of i start at i·b + 1. */
  private static int[] tree(int i, int branches) {
    int[] indices = new int[branches + 1];
    indices[0] = i == 0 ? -1 : (i - 1) / branches;
    for (int child = 1; child <= branches; child++) {
      indices[child] = i * branches + child;
    }
    return indices;
  }

  private static int[] all(int count) {
    int[] indices = new int[count];
    Arrays.setAll(indices, i -> i);
    return indices;
  }
}
