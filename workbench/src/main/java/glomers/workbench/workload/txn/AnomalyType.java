package glomers.workbench.workload.txn;

import glomers.workbench.checker.Rule;

/**
 * Anomalies of transactions, under Elle's names. Those of Adya are G0 (write cycles), G1a (aborted
 * reads), G1b (intermediate reads), G1c (circular information flow), G-single (read skew) and
 * G2-item (write skew); a type with the suffix {@code -process} or {@code -realtime} is a cycle
 * that needs the order of a process's transactions, or the order in time.
 */
enum AnomalyType {
  PHANTOM(
      Rule.stricter(
              "phantom", "a read must return only values that some transaction tried to write")
          .withCases("times a read returned what no transaction had tried to write")),
  MISMATCHED_REPLY(
      Rule.stricter(
              "mismatched-reply",
              "a reply must repeat the functions, keys and written values of its request, in order")
          .withCases("replies do not repeat their requests")),
  LOST_WRITE(
      Rule.stricter(
              "lost-write", "in the end each key must show what acknowledged transactions wrote")
          .withCases("times a key ends without what was written to it")),
  DIVERGENT_FINAL_READS(
      Rule.stricter("divergent-final-reads", "in the end all nodes must read the same values")
          .withCases("keys end with different values on different nodes")),

  DUPLICATE_ELEMENTS(
      Rule.of("duplicate-elements", "an element must be in a list once, as it is appended once")
          .withCases("times an element is in a list more than once")),
  CYCLIC_VERSIONS(
      Rule.of("cyclic-versions", "the versions of a key must follow each other in one order")),
  G1A(
      Rule.of("G1a", "a read must not return what an aborted transaction wrote (dirty read)")
          .withTitle("dirty read")
          .withCases("times a read returned what an aborted transaction had written")),
  G1B(
      Rule.of("G1b", "a read must not return what its writer overwrote itself (intermediate read)")
          .withTitle("intermediate read")
          .withCases("times a read returned what its writer overwrote itself")),
  DIRTY_UPDATE(
      Rule.of("dirty-update", "no committed write must build upon one that was aborted")
          .withCases("times a committed write builds upon an aborted one")),
  INCOMPATIBLE_ORDER(
      Rule.of("incompatible-order", "of two reads of a list one must be a prefix of the other")
          .withCases("pairs of reads of a list contradict each other")),
  FUTURE_READ(
      Rule.of("future-read", "a read must not return what its transaction writes only later")
          .withCases("times a read returned what its transaction wrote only later")),
  INTERNAL(
      Rule.of("internal", "a read must agree with the transaction's own earlier reads and writes")
          .withCases("times a read contradicts its own transaction")),
  LOST_UPDATE(
      Rule.of("lost-update", "no two transactions may read the same version of a key and write it")
          .withCases("times transactions read the same version of a key, and each wrote it")),

  G0(cycle("G0", "dirty write", "writes")),
  G1C(cycle("G1c", "circular information flow", "writes, and reads of them")),
  G_SINGLE_ITEM(
      cycle("G-single-item", "read skew", "writes, reads, and one write of what was read before")),
  G_NONADJACENT_ITEM(
      cycle(
          "G-nonadjacent-item",
          "long fork",
          "writes, reads, and several writes of what was read before, none next to another")),
  G2_ITEM(cycle("G2-item", "write skew", "writes, reads, and writes of what was read before")),
  G0_PROCESS(
      cycle("G0-process", "writes of one session in the wrong order", "writes and processes")),
  G1C_PROCESS(
      cycle(
          "G1c-process",
          "a read, then the write that it saw, in one session",
          "writes, reads and processes")),
  G_SINGLE_ITEM_PROCESS(
      cycle("G-single-item-process", "non-monotonic read", "one overwritten read and processes")),
  G_NONADJACENT_ITEM_PROCESS(
      cycle(
          "G-nonadjacent-item-process",
          "long fork between sessions",
          "nonadjacent overwritten reads and processes")),
  G2_ITEM_PROCESS(
      cycle("G2-item-process", "write skew between sessions", "overwritten reads and processes")),
  G0_REALTIME(cycle("G0-realtime", "writes in another order than in time", "writes and time")),
  G1C_REALTIME(cycle("G1c-realtime", "a read before its write began", "writes, reads and time")),
  G_SINGLE_ITEM_REALTIME(
      cycle("G-single-item-realtime", "stale read", "one overwritten read and time")),
  G_NONADJACENT_ITEM_REALTIME(
      cycle(
          "G-nonadjacent-item-realtime",
          "long fork, in time",
          "nonadjacent overwritten reads and time")),
  G2_ITEM_REALTIME(cycle("G2-item-realtime", "write skew, in time", "overwritten reads and time")),

  PL_1_CYCLE_EXISTS(exists("PL-1", "writes")),
  PL_2_CYCLE_EXISTS(exists("PL-2", "writes and reads")),
  PL_SI_CYCLE_EXISTS(exists("PL-SI", "writes, reads and nonadjacent overwritten reads")),
  PL_2_99_CYCLE_EXISTS(exists("PL-2.99", "writes, reads and overwritten reads")),
  STRONG_SESSION_PL_1_CYCLE_EXISTS(exists("strong-session-PL-1", "writes and processes")),
  STRONG_SESSION_PL_2_CYCLE_EXISTS(exists("strong-session-PL-2", "writes, reads and processes")),
  STRONG_SESSION_SI_CYCLE_EXISTS(
      exists(
          "strong-session-snapshot-isolation",
          "writes, reads, nonadjacent overwritten reads and processes")),
  STRONG_SESSION_SERIALIZABLE_CYCLE_EXISTS(
      exists("strong-session-serializable", "writes, reads, overwritten reads and processes")),
  STRONG_PL_1_CYCLE_EXISTS(exists("strong-PL-1", "writes and time")),
  STRONG_PL_2_CYCLE_EXISTS(exists("strong-PL-2", "writes, reads and time")),
  STRONG_SI_CYCLE_EXISTS(
      exists("strong-snapshot-isolation", "writes, reads, nonadjacent overwritten reads and time")),
  PL_SS_CYCLE_EXISTS(exists("PL-SS", "writes, reads, overwritten reads and time")),

  CYCLE_SEARCH_TIMEOUT(
      Rule.of("cycle-search-timeout", "the search for cycles must end within its limit")),
  EMPTY_TRANSACTION_GRAPH(
      Rule.of("empty-transaction-graph", "some transaction must depend on another"));

  final Rule rule;

  AnomalyType(Rule rule) {
    this.rule = rule;
  }

  private static Rule cycle(String name, String title, String of) {
    return Rule.of(name, "transactions must not depend on each other in a cycle of " + of)
        .withTitle(title);
  }

  private static Rule exists(String model, String of) {
    return Rule.of(model + "-cycle-exists", "there must be no cycle of " + of);
  }

  /** Whether it is a fallback: it says that there is a cycle, not which. */
  boolean isExistence() {
    return rule.name().endsWith("-cycle-exists");
  }

  /** Whether it keeps the checker from judging, and is nothing wrong in itself. */
  boolean isUnknown() {
    return this == CYCLE_SEARCH_TIMEOUT || this == EMPTY_TRANSACTION_GRAPH;
  }

  boolean needs(DependencyKind order) {
    return rule.name().endsWith(order == DependencyKind.REALTIME ? "-realtime" : "-process");
  }
}
