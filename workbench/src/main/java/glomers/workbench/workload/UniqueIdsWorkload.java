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

/** Challenge 2: no two requests are given the same id. */
public final class UniqueIdsWorkload implements Workload {
  public static final WorkloadType TYPE =
      WorkloadType.ofOneKind(
          "unique-ids",
          "no two requests are given the same id",
          options -> new UniqueIdsWorkload());

  record Generate() implements Body {}

  record GenerateOk(JsonElement id) implements Body {}

  @Override
  public Generator generator() {
    return turn -> Optional.of(new Invocation("generate", null));
  }

  @Override
  public Session open(Rpc rpc) {
    return new CallSession(rpc)
        .on(
            "generate",
            Void.class,
            none -> new Generate(),
            GenerateOk.class,
            (none, reply) -> JsonValues.of(reply.body().id()));
  }

  @Override
  public Checker checker() {
    return new UniqueIdsChecker();
  }
}
