package glomers.workbench.workload.set;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.node.Retry;
import glomers.protocol.Body;
import glomers.workbench.workload.set.GSetWorkload.Add;
import glomers.workbench.workload.set.GSetWorkload.AddOk;
import glomers.workbench.workload.set.GSetWorkload.Read;
import glomers.workbench.workload.set.GSetWorkload.ReadOk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A correct set: each element goes to all other nodes until they have acknowledged it. Broken ones
 * override one of its steps.
 */
class SetServer {
  record Update(long element) implements Body {}

  record UpdateOk() implements Body {}

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  final Node node;
  final Set<Long> elements = new TreeSet<>();

  SetServer(Node node) {
    this.node = node;
    node.on(
        Add.class,
        request -> {
          long element = request.body().element();
          elements.add(element);
          node.peers().forEach(peer -> replicate(peer, new Update(element)));
          return new AddOk();
        });
    node.on(
        Update.class,
        request -> {
          elements.add(request.body().element());
          return new UpdateOk();
        });
    node.on(Read.class, request -> new ReadOk(read()));
  }

  void replicate(String peer, Update update) {
    Retry.untilSuccess(
        node, TIMEOUT, TIMEOUT, wait -> node.rpc(peer, update, UpdateOk.class, wait));
  }

  List<Long> values() {
    return new ArrayList<>(elements);
  }

  private JsonElement read() {
    return new Gson().toJsonTree(values());
  }
}
