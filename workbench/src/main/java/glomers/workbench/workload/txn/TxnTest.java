package glomers.workbench.workload.txn;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.session.CallSession;
import glomers.workbench.session.Rpc;
import glomers.workbench.session.Session;
import glomers.workbench.workload.Generator;
import glomers.workbench.workload.TestOptions;
import java.util.List;
import java.util.function.Function;

/**
 * Parts that the workloads with transactions share.
 *
 * @param type what keys hold
 */
record TxnTest(DataType type, TestOptions options) {
  Generator generator() {
    return new TxnGenerator(type, options);
  }

  Checker checker() {
    return new TxnChecker(
        type,
        options.txns().models().stream().map(ConsistencyModel::named).toList(),
        options.txns().finalReads() ? options.nodes() : List.of(),
        options.analysisLimit());
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
            (ops, ok) -> WireTxn.ops(answer.apply(ok.body())));
  }
}
