package glomers.workbench.fuzz;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * An echo, as a process of its own, that bears hostile lines badly in the way that it is told. It
 * also generates ids, but refuses its first requests for some.
 */
final class Victim {
  /** At the usual rate, the requests of 3 s. */
  private static final int LATE_REQUESTS = 15;

  private final String fault;
  private boolean initialised;
  private int bad;
  private int generated;

  private Victim(String fault) {
    this.fault = fault;
  }

  public static void main(String[] args) throws Exception {
    new Victim(args[0]).run();
  }

  private void run() throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line;
    while ((line = in.readLine()) != null) {
      try {
        take(JsonParser.parseString(line).getAsJsonObject());
      } catch (RuntimeException e) {
        refuse(line);
      }
    }
  }

  private void take(JsonObject message) {
    JsonObject body = message.getAsJsonObject("body");
    JsonObject reply = new JsonObject();
    String type = body.getAsJsonPrimitive("type").getAsString();
    if (type.equals("init") && !initialised) {
      initialised = true;
      reply.addProperty("type", "init_ok");
    } else if (type.equals("echo") && body.has("echo")) {
      reply.addProperty("type", "echo_ok");
      reply.add("echo", body.get("echo"));
      if (bad > 0 && fault.equals("is wrong")) {
        reply.addProperty("echo", "I am confused");
      }
    } else if (type.equals("generate") && !isTooEarly(message)) {
      reply.addProperty("type", "generate_ok");
      reply.addProperty("id", generated);
    } else {
      reply.addProperty("type", "error");
      reply.addProperty("code", 10);
    }
    if (body.has("msg_id")) {
      reply.addProperty("in_reply_to", body.get("msg_id").getAsLong());
      JsonObject envelope = new JsonObject();
      envelope.add("src", message.get("dest"));
      envelope.add("dest", message.get("src"));
      envelope.add("body", reply);
      System.out.println(envelope);
      System.out.flush();
    }
  }

  private boolean isTooEarly(JsonObject message) {
    return message.get("src").getAsString().matches("c\\d+") // no hostile line's
        && ++generated <= LATE_REQUESTS;
  }

  private void refuse(String line) throws InterruptedException {
    bad++;
    switch (fault) {
      case "ends" -> System.exit(3);
      case "stalls" -> new CountDownLatch(1).await();
      case "logs" -> System.err.println(line + " is a line that can't be read ".repeat(20));
      default -> {}
    }
  }
}
