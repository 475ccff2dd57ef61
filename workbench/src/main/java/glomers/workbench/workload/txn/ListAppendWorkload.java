package glomers.workbench.workload.txn;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.WorkloadType;
import java.util.List;

/** Transactions that read lists and append to them. */
public final class ListAppendWorkload extends TxnWorkload {
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

  private ListAppendWorkload(TestOptions options) {
    super(DataType.LIST_APPEND, options);
  }

  @Override
  public Session open(Rpc rpc) {
    return session(rpc, Txn::new, TxnOk.class, TxnOk::txn);
  }
}
