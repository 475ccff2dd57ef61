package glomers.workbench.workload.register;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.workload.register.LinKvWorkload.Cas;
import glomers.workbench.workload.register.LinKvWorkload.CasOk;
import glomers.workbench.workload.register.LinKvWorkload.Read;
import glomers.workbench.workload.register.LinKvWorkload.ReadOk;
import glomers.workbench.workload.register.LinKvWorkload.Write;
import glomers.workbench.workload.register.LinKvWorkload.WriteOk;
import java.util.HashMap;
import java.util.Map;

/** A correct store on one node. Broken ones override one of its steps. */
class RegisterServer {
  final Node node;
  final Map<Long, Long> values = new HashMap<>();

  RegisterServer(Node node) {
    this.node = node;
    node.on(Read.class, request -> new ReadOk(read(request.body().key())));
    node.on(
        Write.class,
        request -> {
          write(request.body().key(), request.body().value());
          return new WriteOk();
        });
    node.on(
        Cas.class,
        request -> {
          cas(request.body());
          return new CasOk();
        });
  }

  JsonElement read(long key) {
    return new JsonPrimitive(value(key));
  }

  long value(long key) {
    if (!values.containsKey(key)) {
      throw new RpcException(ErrorCode.KEY_DOES_NOT_EXIST, "no key " + key);
    }
    return values.get(key);
  }

  void write(long key, long value) {
    values.put(key, value);
  }

  void cas(Cas cas) {
    if (value(cas.key()) != cas.from()) {
      throw new RpcException(ErrorCode.PRECONDITION_FAILED, "it is another value");
    }
    write(cas.key(), cas.to());
  }

  boolean happensOneTimeIn(int times) {
    return node.random().nextInt(times) == 0;
  }
}
