package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.DataType.LIST_APPEND;
import static glomers.workbench.workload.txn.DataType.RW_REGISTER;

import glomers.workbench.checker.Result;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The smallest history that shows an anomaly. The workbench's README has the table of their
 * textbook names.
 *
 * @param history in the notation of {@link TxnNotation}
 */
record Specimen(AnomalyType type, DataType data, String history) {
  /** Edges that harm nobody: a history without any can't be judged. */
  private static final String SOMETHING_ELSE = "8 ok a9=1\n--\n8 ok r9=1\n--\n";

  static final List<Specimen> ALL =
      List.of(
          // Dirty write: each overwrites the other.
          list(AnomalyType.G0, "0 ok a0=1 a1=1\n1 ok a0=2 a1=2\n--\n2 ok r0=1,2 r1=2,1"),
          // The same on registers, which only final reads show.
          register(
              AnomalyType.G0,
              "0 ok w0=1 w1=1\n1 ok w0=2 w1=2\nfinal\n0 ok r0=2 r1=1\n1 ok r0=2 r1=1"),
          // The same, as two lists of one length contradict each other.
          list(AnomalyType.G0, "0 ok a0=1\n1 ok a0=2\n--\n2 ok r0=1,2\n3 ok r0=2,1"),
          list(AnomalyType.DUPLICATE_ELEMENTS, "0 ok a0=1\n--\n1 ok r0=1,1"),
          register(AnomalyType.CYCLIC_VERSIONS, "0 ok r0=1 w0=2\n1 ok r0=2 w0=1"),
          register(
              AnomalyType.CYCLIC_VERSIONS,
              "0 ok w0=1\n--\n1 ok r0=1 w0=2\nfinal\n0 ok r0=1\n1 ok r0=1"),
          // Dirty read, or aborted read.
          list(AnomalyType.G1A, SOMETHING_ELSE + "0 fail a0=1\n1 ok r0=1"),
          register(AnomalyType.G1A, "8 ok w9=1\n--\n8 ok r9=1\n0 fail w0=1\n1 ok r0=1"),
          // Intermediate read.
          list(AnomalyType.G1B, "0 ok a0=1 a0=2\n1 ok r0=1"),
          register(AnomalyType.G1B, "8 ok w9=1\n--\n8 ok r9=1\n0 ok w0=1 w0=2\n1 ok r0=1"),
          // Circular information flow.
          list(AnomalyType.G1C, "0 ok a0=1 r1=1\n1 ok a1=1 r0=1"),
          register(AnomalyType.G1C, "0 ok w0=1 r1=1\n1 ok w1=1 r0=1"),
          list(AnomalyType.DIRTY_UPDATE, "0 fail a0=1\n1 ok a0=2\n--\n2 ok r0=1,2"),
          list(
              AnomalyType.INCOMPATIBLE_ORDER,
              "0 ok a0=1\n1 ok a0=2\n2 ok a0=3\n--\n3 ok r0=1,2\n4 ok r0=2,1,3"),
          list(AnomalyType.INCOMPATIBLE_ORDER, "0 ok a0=1 a0=2\n--\n1 ok r0=2,1"),
          list(AnomalyType.FUTURE_READ, SOMETHING_ELSE + "0 ok r0=1 a0=1"),
          register(AnomalyType.FUTURE_READ, "8 ok w9=1\n--\n8 ok r9=1\n0 ok r0=1 w0=1"),
          list(AnomalyType.INTERNAL, SOMETHING_ELSE + "0 ok a0=1 r0=nil"),
          // Fuzzy read: nothing, then something.
          register(AnomalyType.INTERNAL, "0 ok w0=1\n1 ok r0=nil r0=1\n--\n2 ok r0=1"),
          register(AnomalyType.LOST_UPDATE, "0 ok r0=nil w0=1\n1 ok r0=nil w0=2"),
          list(AnomalyType.LOST_UPDATE, "0 ok r0=nil a0=1\n1 ok r0=nil a0=2"),
          // Read skew, or fractured read.
          list(AnomalyType.G_SINGLE_ITEM, "0 ok a0=1 a1=1\n1 ok r0=nil r1=1"),
          register(AnomalyType.G_SINGLE_ITEM, "0 ok w0=1 w1=1\n1 ok r0=nil r1=1"),
          // Long fork.
          list(
              AnomalyType.G_NONADJACENT_ITEM,
              "0 ok a0=1\n1 ok a1=1\n2 ok r0=1 r1=nil\n3 ok r0=nil r1=1"),
          // Write skew.
          list(AnomalyType.G2_ITEM, "0 ok r0=nil r1=nil a0=1\n1 ok r0=nil r1=nil a1=1"),
          register(AnomalyType.G2_ITEM, "0 ok r0=nil r1=nil w0=1\n1 ok r0=nil r1=nil w1=1"),
          list(
              AnomalyType.G0_PROCESS,
              "1 ok… a1=2 a0=1\n0 ok a0=2\n--\n0 ok a1=1\n--\n2 ok r0=1,2 r1=1,2"),
          // A write before what was read.
          list(AnomalyType.G1C_PROCESS, "0 ok r0=1\n--\n0 ok a0=1"),
          // A session that does not see its own write: non-monotonic.
          list(AnomalyType.G_SINGLE_ITEM_PROCESS, "0 ok a0=1\n--\n0 ok r0=nil"),
          list(
              AnomalyType.G_NONADJACENT_ITEM_PROCESS,
              "0 ok a0=1\n1 ok a1=1\n--\n0 ok r1=nil\n1 ok r0=nil"),
          list(AnomalyType.G2_ITEM_PROCESS, "1 ok… a1=1 r0=nil\n0 ok a0=1\n--\n0 ok r1=nil"),
          list(
              AnomalyType.G0_REALTIME,
              "1 ok… a1=2 a0=1\n2 ok… r0=1,2 r1=1,2\n0 ok a0=2\n--\n3 ok a1=1"),
          list(AnomalyType.G1C_REALTIME, "0 ok r0=1\n--\n1 ok a0=1"),
          // A stale read.
          list(AnomalyType.G_SINGLE_ITEM_REALTIME, "0 ok a0=1\n--\n1 ok r0=nil"),
          list(
              AnomalyType.G_NONADJACENT_ITEM_REALTIME,
              "0 ok… a0=1\n2 ok… r0=1 r1=nil\n1 ok a1=1\n--\n3 ok r0=nil"),
          list(AnomalyType.G2_ITEM_REALTIME, "1 ok… a1=1 r0=nil\n0 ok a0=1\n--\n2 ok r1=nil"));

  private static Specimen list(AnomalyType type, String history) {
    return new Specimen(type, LIST_APPEND, history);
  }

  private static Specimen register(AnomalyType type, String history) {
    return new Specimen(type, RW_REGISTER, history);
  }

  /** The models that prohibit this anomaly and imply no other that does. */
  List<ConsistencyModel> weakestModels() {
    return Arrays.stream(ConsistencyModel.values())
        .filter(model -> model.prohibited().contains(type))
        .filter(
            model -> model.directlyWeaker().stream().noneMatch(m -> m.prohibited().contains(type)))
        .toList();
  }

  /** The verdict on it under a model. */
  Result check(ConsistencyModel model, Duration limit) {
    List<String> nodes = history.contains("final") ? List.of("n0", "n1") : List.of();
    return new TxnChecker(data, List.of(model), nodes, limit).check(TxnNotation.of(data, history));
  }

  @Override
  public String toString() {
    return type.rule.name() + " of " + data.writeFunction() + ": " + history.replace("\n", " | ");
  }
}
