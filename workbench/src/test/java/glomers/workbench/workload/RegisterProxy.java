package glomers.workbench.workload;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.service.KeyValue;
import glomers.workbench.workload.LinKvWorkload.Cas;
import glomers.workbench.workload.LinKvWorkload.CasOk;
import glomers.workbench.workload.LinKvWorkload.Read;
import glomers.workbench.workload.LinKvWorkload.ReadOk;
import glomers.workbench.workload.LinKvWorkload.Write;
import glomers.workbench.workload.LinKvWorkload.WriteOk;

/** Passes everything on to a store beside the nodes. */
final class RegisterProxy {
  RegisterProxy(Node node, KeyValue store) {
    node.onAsync(
        Read.class,
        request -> store.read(request.body().key(), JsonElement.class).thenApply(ReadOk::new));
    node.onAsync(
        Write.class,
        request ->
            store
                .write(request.body().key(), request.body().value())
                .thenApply(done -> new WriteOk()));
    node.onAsync(
        Cas.class,
        request -> {
          Cas cas = request.body();
          return store
              .compareAndSet(cas.key(), cas.from(), cas.to(), false)
              .thenApply(done -> new CasOk());
        });
  }
}
