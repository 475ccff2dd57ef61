package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Which nodes a fault hits: the groups that Jepsen chooses from. */
enum Targets {
  /** A single one. */
  ONE,
  /** Fewer than half. */
  MINORITY,
  /** More than half. */
  MAJORITY,
  /** Each. */
  ALL;

  /** The name as histories show it. */
  Keyword label() {
    return Keyword.of(name().toLowerCase(Locale.ROOT));
  }

  /** One of them at random. */
  static Keyword choose(RandomGenerator random) {
    return values()[random.nextInt(values().length)].label();
  }

  /** The nodes that are meant by a label, sorted. */
  static List<String> pick(Object label, List<String> nodes, RandomGenerator random) {
    Targets targets =
        Arrays.stream(values())
            .filter(each -> each.label().equals(label))
            .findFirst()
            .orElseThrow();
    int count =
        switch (targets) {
          case ONE -> 1;
          case MINORITY -> Math.max(1, (nodes.size() - 1) / 2);
          case MAJORITY -> nodes.size() / 2 + 1;
          case ALL -> nodes.size();
        };
    return Split.shuffle(nodes, random).subList(0, count).stream().sorted().toList();
  }
}
