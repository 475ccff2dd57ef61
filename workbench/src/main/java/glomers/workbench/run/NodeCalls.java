package glomers.workbench.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glomers.workbench.client.Call;
import glomers.workbench.client.Client;
import glomers.workbench.client.Reply;
import glomers.workbench.client.ReplySchema;
import glomers.workbench.cluster.NodeFailure;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls that every node must answer well before a test can begin. All are made at once; a node that
 * does not answer, or answers otherwise than it should, fails the test.
 */
final class NodeCalls {
  private static final long INIT_TIMEOUT_NANOS = 10_000_000_000L;
  private static final long TIMEOUT_NANOS = 5_000_000_000L;
  private static final ReplySchema INIT_OK = new ReplySchema("init_ok", Map.of());

  private final List<String> nodes;
  private final Supplier<Client> clients;
  private final Consumer<NodeFailure> fail;
  private int waiting;

  NodeCalls(List<String> nodes, Supplier<Client> clients, Consumer<NodeFailure> fail) {
    this.nodes = nodes;
    this.clients = clients;
    this.fail = fail;
  }

  /** Starts the nodes and sends each its init. */
  void initialise(Consumer<String> start, Runnable then) {
    call(start, NodeCalls.this::init, INIT_TIMEOUT_NANOS, then);
  }

  private Call init(String node) {
    JsonArray ids = new JsonArray();
    nodes.forEach(ids::add);
    JsonObject body = new JsonObject();
    body.addProperty("type", "init");
    body.addProperty("node_id", node);
    body.add("node_ids", ids);
    return new Call(body, INIT_OK);
  }

  /** Makes the same call to each node. */
  void each(Call call, Runnable then) {
    call(node -> {}, node -> call, TIMEOUT_NANOS, then);
  }

  private void call(
      Consumer<String> before, Function<String, Call> calls, long timeoutNanos, Runnable then) {
    waiting = nodes.size();
    for (String node : nodes) {
      before.accept(node);
      Call call = calls.apply(node);
      Client client = clients.get();
      client.call(
          node,
          call,
          timeoutNanos,
          reply -> {
            client.close();
            settle(node, call, timeoutNanos, reply);
            if (waiting == 0) {
              then.run();
            }
          });
    }
  }

  private void settle(String node, Call call, long timeoutNanos, Reply reply) {
    String type = call.body().get("type").getAsString();
    if (reply instanceof Reply.Ok) {
      waiting--;
    } else if (reply instanceof Reply.Failed failed) {
      fail.accept(
          new NodeFailure(
              node,
              "answered " + type + " by the error " + failed.code() + ": " + failed.text(),
              "answer it by " + call.reply().type()));
    } else if (reply instanceof Reply.Malformed malformed) {
      fail.accept(
          new NodeFailure(
              node,
              "answered " + type + " in a wrong form: " + malformed.text(),
              "send exactly the declared fields, besides msg_id and in_reply_to"));
    } else {
      fail.accept(
          new NodeFailure(
              node,
              "did not answer " + type + " within " + timeoutNanos / 1_000_000_000 + " s",
              "answer by "
                  + call.reply().type()
                  + " with in_reply_to set to the request's msg_id,"
                  + " end the line with a line break, and flush standard output"));
    }
  }
}
