package glomers.workbench.disk;

import glomers.node.Node;
import glomers.protocol.Body;
import glomers.storage.Storage;
import java.util.ArrayList;
import java.util.List;

/** A server that keeps numbers: it acknowledges some when they are synced, and others before. */
final class Keeper {
  record Keep(long value) implements Body {}

  record KeepOk() implements Body {}

  record Begin(long value) implements Body {}

  record BeginOk() implements Body {}

  record Kept() implements Body {}

  record KeptOk(List<Long> values) implements Body {}

  private final List<Long> values = new ArrayList<>();

  Keeper(Node node) {
    Storage storage = node.storage();
    storage.on(Keep.class, record -> values.add(record.value()));
    storage.replay();
    node.onAsync(
        Keep.class,
        request -> {
          storage.append(request.body());
          return storage
              .sync()
              .thenApply(
                  done -> {
                    values.add(request.body().value());
                    return new KeepOk();
                  });
        });
    node.on(
        Begin.class,
        request -> {
          storage.append(new Keep(request.body().value()));
          storage.sync();
          return new BeginOk();
        });
    node.on(Kept.class, request -> new KeptOk(values));
  }
}
