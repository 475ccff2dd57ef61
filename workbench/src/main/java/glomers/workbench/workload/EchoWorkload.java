package glomers.workbench.workload;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.edn.JsonValues;
import glomers.workbench.session.CallSession;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.session.Session.Rpc;
import java.util.Optional;

/** Challenge 1: each reply carries what its request carried. */
public final class EchoWorkload implements Workload {
  public static final WorkloadType TYPE =
      WorkloadType.ofOneKind(
          "echo", "each reply carries what its request carried", options -> new EchoWorkload());

  record Echo(String echo) implements Body {}

  record EchoOk(JsonElement echo) implements Body {}

  @Override
  public Generator generator() {
    return turn -> Optional.of(new Invocation("echo", "Please echo " + turn.random().nextInt(128)));
  }

  @Override
  public Session open(Rpc rpc) {
    return new CallSession(rpc)
        .on(
            "echo",
            String.class,
            Echo::new,
            EchoOk.class,
            (text, reply) -> JsonValues.ofBody(reply.message().body()));
  }

  @Override
  public Checker checker() {
    return new EchoChecker();
  }
}
