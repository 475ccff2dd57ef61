package glomers.workbench.workload;

import com.google.gson.JsonObject;
import glomers.workbench.checker.Checker;
import glomers.workbench.checker.EchoChecker;
import glomers.workbench.client.Call;
import glomers.workbench.client.ReplySchema;
import glomers.workbench.edn.JsonValues;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Challenge 1: a node gives back what it is sent. */
final class EchoWorkload implements Workload {
  private static final ReplySchema ECHO_OK =
      new ReplySchema("echo_ok", Map.of("echo", ReplySchema.Kind.ANY));

  @Override
  public Invocation next(RandomGenerator random) {
    return new Invocation("echo", "Please echo " + random.nextInt(128));
  }

  @Override
  public Call call(Invocation invocation) {
    JsonObject body = new JsonObject();
    body.addProperty("type", "echo");
    body.addProperty("echo", (String) invocation.value());
    return new Call(body, ECHO_OK);
  }

  @Override
  public Object completedValue(Invocation invocation, JsonObject reply) {
    return JsonValues.ofBody(reply);
  }

  @Override
  public Checker checker() {
    return new EchoChecker();
  }
}
