package glomers.workbench.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glomers.workbench.client.Call;
import glomers.workbench.client.Client;
import glomers.workbench.client.Reply;
import glomers.workbench.client.ReplySchema;
import glomers.workbench.cluster.NodeFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls that nodes must answer well before they can be tested. Those to several nodes are made at
 * once; a node that does not answer, or answers otherwise than it should, fails the test.
 */
final class NodeCalls {
  private static final ReplySchema INIT_OK = new ReplySchema("init_ok", Map.of());

  private final List<String> ids;
  private final Supplier<Client> clients;
  private final Consumer<NodeFailure> fail;
  private final Map<String, Client> open = new HashMap<>();

  /**
   * Calls to some of these nodes.
   *
   * @param ids all nodes of the cluster
   */
  NodeCalls(List<String> ids, Supplier<Client> clients, Consumer<NodeFailure> fail) {
    this.ids = ids;
    this.clients = clients;
    this.fail = fail;
  }

  /** The call that tells a node who it is. */
  Call init(String node) {
    JsonArray all = new JsonArray();
    ids.forEach(all::add);
    JsonObject body = new JsonObject();
    body.addProperty("type", "init");
    body.addProperty("node_id", node);
    body.add("node_ids", all);
    return new Call(body, INIT_OK);
  }

  /**
   * Calls each of these nodes.
   *
   * @param then is run when all have answered well; never, if one does not
   */
  void call(List<String> nodes, Function<String, Call> calls, long timeoutNanos, Runnable then) {
    int[] waiting = {nodes.size()};
    for (String node : nodes) {
      Call call = calls.apply(node);
      Client client = clients.get();
      open.put(node, client);
      client.call(
          node,
          call,
          timeoutNanos,
          reply -> {
            client.close();
            open.remove(node, client);
            if (isGood(node, call, timeoutNanos, reply) && --waiting[0] == 0) {
              then.run();
            }
          });
    }
  }

  /** Forgets the call to a node that can't answer it any more. */
  void giveUp(String node) {
    Client client = open.remove(node);
    if (client != null) {
      client.close();
    }
  }

  private boolean isGood(String node, Call call, long timeoutNanos, Reply reply) {
    String type = call.body().get("type").getAsString();
    if (reply instanceof Reply.Ok) {
      return true;
    }
    if (reply instanceof Reply.Failed failed) {
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
    return false;
  }
}
