package glomers.workbench.workload.txn;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.session.Rpc;
import glomers.workbench.session.Session;
import glomers.workbench.workload.Generator;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.WorkloadType;
import java.util.List;

/** Transactions that read lists and append to them. */
public final class ListAppendWorkload implements Workload {
  /** As the command line knows it. */
  public static final WorkloadType TYPE =
      new WorkloadType(
          "txn-list-append",
          "transactions that read lists and append to them",
          ListAppendWorkload::new);

  record Txn(List<List<JsonElement>> txn) implements Body {}

  record TxnOk(List<List<JsonElement>> txn) implements Body {
    TxnOk {
      WireTxn.require(DataType.LIST_APPEND, txn);
    }
  }

  private final TxnTest test;

  private ListAppendWorkload(TestOptions options) {
    test = new TxnTest(DataType.LIST_APPEND, options);
  }

  @Override
  public MicroOps value(String f, Object edn) {
    return MicroOps.of(edn);
  }

  @Override
  public Generator generator() {
    return test.generator();
  }

  @Override
  public Session open(Rpc rpc) {
    return TxnTest.session(rpc, Txn::new, TxnOk.class, TxnOk::txn);
  }

  @Override
  public boolean reopensSessions() {
    return false;
  }

  @Override
  public Checker checker() {
    return test.checker();
  }
}
