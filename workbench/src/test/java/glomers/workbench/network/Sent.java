package glomers.workbench.network;

import com.google.gson.JsonObject;
import glomers.protocol.Message;

/** Messages for tests. */
public final class Sent {
  private Sent() {}

  /** A message whose body says which it is. */
  public static Message message(String src, String dest, int number) {
    JsonObject body = new JsonObject();
    body.addProperty("type", "test");
    body.addProperty("number", number);
    return new Message(src, dest, body);
  }

  /** Which it is. */
  public static int number(Message message) {
    return message.body().get("number").getAsInt();
  }
}
