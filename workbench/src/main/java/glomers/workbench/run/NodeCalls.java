package glomers.workbench.run;

import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.Init;
import glomers.protocol.InitOk;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.session.Client;
import glomers.workbench.session.Session.Reply;
import glomers.workbench.workload.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls that nodes must answer before they can be tested, such as {@code init}. All nodes are
 * called at once; a node that does not answer, or answers wrongly, fails the test.
 */
final class NodeCalls {
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

  /** The call that tells a node its id. */
  Workload.SetUp init(String node) {
    return new Workload.SetUp(new Init(node, ids), InitOk.class);
  }

  /**
   * Calls each of these nodes.
   *
   * @param then is run when all have answered; never, if one fails to
   */
  void call(
      List<String> nodes,
      Function<String, Workload.SetUp> calls,
      long timeoutNanos,
      Runnable then) {
    int[] waiting = {nodes.size()};
    for (String node : nodes) {
      Client client = clients.get();
      open.put(node, client);
      call(
          node,
          client,
          calls.apply(node),
          timeoutNanos,
          () -> {
            if (--waiting[0] == 0) {
              then.run();
            }
          });
    }
  }

  private void call(
      String node, Client client, Workload.SetUp call, long timeoutNanos, Runnable then) {
    client.call(
        node,
        call.request(),
        call.reply(),
        timeoutNanos,
        reply -> {
          client.close();
          open.remove(node, client);
          if (isGood(node, call, timeoutNanos, reply)) {
            then.run();
          }
        });
  }

  /** Forgets the call to a node that can't answer it any more. */
  void giveUp(String node) {
    Client client = open.remove(node);
    if (client != null) {
      client.close();
    }
  }

  private boolean isGood(
      String node, Workload.SetUp call, long timeoutNanos, Reply<? extends Body> reply) {
    String request = Codec.typeOf(call.request().getClass());
    String expected = Codec.typeOf(call.reply());
    if (reply instanceof Reply.Ok) {
      return true;
    }
    if (reply instanceof Reply.Failed<?> failed) {
      fail.accept(
          new NodeFailure(
              node,
              "answered " + request + " by the error " + failed.code() + ": " + failed.text(),
              "answer it by " + expected));
    } else if (reply instanceof Reply.Malformed<?> malformed) {
      fail.accept(
          new NodeFailure(
              node,
              "answered " + request + " in a wrong form: " + malformed.text(),
              "send exactly the declared fields, besides msg_id and in_reply_to"));
    } else {
      fail.accept(
          new NodeFailure(
              node,
              "did not answer " + request + " within " + timeoutNanos / 1_000_000_000 + " s",
              "answer by "
                  + expected
                  + " with in_reply_to set to the request's msg_id,"
                  + " end the line with a line break, and flush standard output"));
    }
    return false;
  }
}
