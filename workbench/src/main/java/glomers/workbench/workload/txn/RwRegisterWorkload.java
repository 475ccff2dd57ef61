package glomers.workbench.workload.txn;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.WorkloadType;
import java.util.List;

/** Challenge 6: transactions that read and write registers. */
public final class RwRegisterWorkload extends TxnWorkload {
  /** As the command line knows it. */
  public static final WorkloadType TYPE =
      new WorkloadType(
          "txn-rw-register", "transactions that read and write registers", RwRegisterWorkload::new);

  record Txn(List<List<JsonElement>> txn) implements Body {}

  record TxnOk(List<List<JsonElement>> txn) implements Body {
    TxnOk {
      WireTxn.require(DataType.RW_REGISTER, txn);
    }
  }

  private RwRegisterWorkload(TestOptions options) {
    super(DataType.RW_REGISTER, options);
  }

  @Override
  public Session open(Rpc rpc) {
    return session(rpc, Txn::new, TxnOk.class, TxnOk::txn);
  }
}
