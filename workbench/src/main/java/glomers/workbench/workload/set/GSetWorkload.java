package glomers.workbench.workload.set;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.edn.JsonValues;
import glomers.workbench.session.CallSession;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.ErrorRule;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.WorkloadType;

/** A set to which every node adds, and that all nodes hold in the end. */
public record GSetWorkload(TestOptions options) implements Workload {
  public static final WorkloadType TYPE =
      new WorkloadType("g-set", "a set that only grows, and converges", GSetWorkload::new);

  record Add(long element) implements Body {}

  record AddOk() implements Body {}

  record Read() implements Body {}

  /** All elements: an array, or null, as which some languages write an empty one. */
  record ReadOk(JsonElement value) implements Body {
    ReadOk {
      if (!value.isJsonArray() && !value.isJsonNull()) {
        throw new IllegalArgumentException("the field \"value\" must be an array, not " + value);
      }
    }
  }

  @Override
  public Generator generator() {
    return new AddsAndReads("add", options.variation());
  }

  @Override
  public Session open(Rpc rpc) {
    return new CallSession(rpc, ErrorRule.ALWAYS_INFO)
        .on("add", Long.class, Add::new, AddOk.class, (n, reply) -> n)
        .on(
            "read",
            Void.class,
            n -> new Read(),
            ReadOk.class,
            (n, ok) -> JsonValues.of(ok.body().value()));
  }

  @Override
  public Checker checker() {
    return new SetFullChecker("add", options.nodes());
  }
}
