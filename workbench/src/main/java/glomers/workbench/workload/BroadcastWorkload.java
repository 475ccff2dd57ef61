package glomers.workbench.workload;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glomers.workbench.checker.Checker;
import glomers.workbench.checker.set.SetFullChecker;
import glomers.workbench.client.Call;
import glomers.workbench.client.ReplySchema;
import glomers.workbench.edn.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Challenge 3: what one node is told, all nodes come to know. */
final class BroadcastWorkload implements Workload {
  private static final ReplySchema BROADCAST_OK = new ReplySchema("broadcast_ok", Map.of());
  private static final ReplySchema TOPOLOGY_OK = new ReplySchema("topology_ok", Map.of());
  private static final ReplySchema READ_OK =
      new ReplySchema("read_ok", Map.of("messages", ReplySchema.Kind.ARRAY));

  private final List<String> nodes;
  private final Topology topology;
  private long broadcasts;

  BroadcastWorkload(List<String> nodes, Topology topology) {
    this.nodes = nodes;
    this.topology = topology;
  }

  @Override
  public Optional<Call> setUp() {
    JsonObject neighbours = new JsonObject();
    topology
        .neighbours(nodes)
        .forEach(
            (node, others) -> {
              JsonArray array = new JsonArray();
              others.forEach(array::add);
              neighbours.add(node, array);
            });
    JsonObject body = new JsonObject();
    body.addProperty("type", "topology");
    body.add("topology", neighbours);
    return Optional.of(new Call(body, TOPOLOGY_OK));
  }

  @Override
  public Invocation next(RandomGenerator random) {
    return random.nextBoolean()
        ? new Invocation("broadcast", broadcasts++)
        : new Invocation("read", null);
  }

  @Override
  public List<Invocation> finalOperations() {
    return List.of(new Invocation("read", null));
  }

  @Override
  public Call call(Invocation invocation) {
    JsonObject body = new JsonObject();
    body.addProperty("type", invocation.f());
    if (invocation.f().equals("read")) {
      return new Call(body, READ_OK);
    }
    body.addProperty("message", (Long) invocation.value());
    return new Call(body, BROADCAST_OK);
  }

  @Override
  public Object completedValue(Invocation invocation, JsonObject reply) {
    return invocation.f().equals("read")
        ? JsonValues.of(reply.get("messages"))
        : invocation.value();
  }

  @Override
  public boolean isIdempotent(String f) {
    return f.equals("read");
  }

  @Override
  public Checker checker() {
    return new SetFullChecker("broadcast", nodes);
  }
}
