package glomers.workbench.workload;

import com.google.gson.JsonObject;
import glomers.workbench.checker.Checker;
import glomers.workbench.checker.UniqueIdsChecker;
import glomers.workbench.client.Call;
import glomers.workbench.client.ReplySchema;
import glomers.workbench.edn.JsonValues;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Challenge 2: nodes make ids that no two requests share. */
final class UniqueIdsWorkload implements Workload {
  private static final ReplySchema GENERATE_OK =
      new ReplySchema("generate_ok", Map.of("id", ReplySchema.Kind.ANY));

  @Override
  public Invocation next(RandomGenerator random) {
    return new Invocation("generate", null);
  }

  @Override
  public Call call(Invocation invocation) {
    JsonObject body = new JsonObject();
    body.addProperty("type", "generate");
    return new Call(body, GENERATE_OK);
  }

  @Override
  public Object completedValue(Invocation invocation, JsonObject reply) {
    return JsonValues.of(reply.get("id"));
  }

  @Override
  public Checker checker() {
    return new UniqueIdsChecker();
  }
}
