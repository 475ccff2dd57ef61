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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Challenge 3: a value that one node acknowledges becomes known to all nodes. */
public record BroadcastWorkload(TestOptions options) implements Workload {
  public static final WorkloadType TYPE =
      new WorkloadType(
          "broadcast",
          "a value that one node acknowledges becomes known to all nodes",
          BroadcastWorkload::new);

  record Topology(Map<String, List<String>> topology) implements Body {}

  record TopologyOk() implements Body {}

  record Broadcast(long message) implements Body {}

  record BroadcastOk() implements Body {}

  record Read() implements Body {}

  record ReadOk(List<JsonElement> messages) implements Body {}

  @Override
  public Optional<SetUp> setUp() {
    Map<String, List<String>> neighbours = options.topology().neighbours(options.nodes());
    return Optional.of(new SetUp(new Topology(neighbours), TopologyOk.class));
  }

  @Override
  public Generator generator() {
    return new AddsAndReads("broadcast", options.variation());
  }

  @Override
  public Session open(Rpc rpc) {
    return new CallSession(rpc)
        .on("broadcast", Long.class, Broadcast::new, BroadcastOk.class, (value, reply) -> value)
        .on(
            "read",
            ErrorRule.ALWAYS_FAIL,
            Void.class,
            none -> new Read(),
            ReadOk.class,
            (none, reply) -> JsonValues.list(reply.body().messages()));
  }

  @Override
  public Checker checker() {
    return new SetFullChecker("broadcast", options.nodes());
  }
}
