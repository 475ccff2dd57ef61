package glomers.workbench.workload.txn;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.session.CallSession;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.util.List;
import java.util.function.Function;

/** What the workloads with transactions have in common: all but the form of their messages. */
abstract class TxnWorkload implements Workload {
  private final DataType type;
  private final TestOptions options;

  /**
   * A workload for one run.
   *
   * @param type what keys hold
   */
  TxnWorkload(DataType type, TestOptions options) {
    this.type = type;
    this.options = options;
  }

  @Override
  public final MicroOps value(String f, Object edn) {
    return MicroOps.of(edn);
  }

  @Override
  public final Generator generator() {
    return new TxnGenerator(type, options);
  }

  /** Each transaction is one call; whatever is answered becomes the operation's value. */
  static <R extends Body> Session session(
      Rpc rpc,
      Function<List<List<JsonElement>>, Body> request,
      Class<R> reply,
      Function<R, List<List<JsonElement>>> answer) {
    return new CallSession(rpc)
        .on(
            "txn",
            MicroOps.class,
            ops -> request.apply(WireTxn.of(ops)),
            reply,
            (ops, ok) -> WireTxn.ops(ops, answer.apply(ok.body())));
  }

  @Override
  public final boolean reopensSessions() {
    return false;
  }

  @Override
  public final Checker checker() {
    return new TxnChecker(
        type,
        options.txns().models().stream().map(ConsistencyModel::named).toList(),
        options.txns().finalReads() ? options.nodes() : List.of(),
        options.analysisLimit());
  }
}
