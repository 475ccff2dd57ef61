package glomers.workbench.workload.register;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.service.KeyValue;
import glomers.workbench.workload.register.LinKvWorkload.Cas;
import glomers.workbench.workload.register.LinKvWorkload.CasOk;
import glomers.workbench.workload.register.LinKvWorkload.Read;
import glomers.workbench.workload.register.LinKvWorkload.ReadOk;
import glomers.workbench.workload.register.LinKvWorkload.Write;
import glomers.workbench.workload.register.LinKvWorkload.WriteOk;

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
