package glomers.workbench.service;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.Message;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Requests to services as JSON, and random ones. */
final class Requests {
  /** JSON of nine values, some of them alike: the first line's are those of the second. */
  private static final String[][] VALUES = {
    {"0", "1", "1.0", "\"1\"", "[1,null]", "{\"a\":1,\"b\":[2]}", "null", "false", "\"\""},
    {"0", "1", "1.00", "\"\\u0031\"", "[1, null]", "{\"b\":[2],\"a\":1}", "null", "false", "\"\""},
  };

  private Requests() {}

  /** A message from this client with this body. */
  static Message of(String client, String body) {
    return new Message(client, "service", JsonParser.parseString(body).getAsJsonObject());
  }

  /** The body of the service's reply, as JSON. */
  static String ask(Service service, String client, String body) {
    Body reply = service.handle(of(client, body));
    JsonObject json =
        Codec.decode(
                Codec.encode("service", client, reply, OptionalLong.empty(), OptionalLong.empty()))
            .body();
    return json.toString();
  }

  /**
   * A random request to a store.
   *
   * @param type read, write or cas
   * @param key the number of the key
   * @param value that a write writes and a cas wants to find: an index into the values
   * @param to that a cas writes: an index into the values
   * @param create whether a cas may create the key
   * @param spelling which of two spellings of its JSON is sent
   */
  record Random(
      String client, String type, int key, int value, int to, boolean create, int spelling) {

    static Random draw(SplittableRandom random, int clients, int keys, int values) {
      return new Random(
          "n" + random.nextInt(clients),
          new String[] {"read", "write", "cas"}[random.nextInt(3)],
          random.nextInt(keys),
          random.nextInt(values),
          random.nextInt(values),
          random.nextInt(4) == 0,
          random.nextInt(2));
    }

    Message message() {
      String fields = "\"type\":\"" + type + "\",\"key\":" + json(key);
      if (type.equals("write")) {
        fields += ",\"value\":" + json(value);
      } else if (type.equals("cas")) {
        fields += ",\"from\":" + json(value) + ",\"to\":" + json(to);
        fields += create ? ",\"create_if_not_exists\":true" : "";
      }
      return of(client, "{" + fields + "}");
    }

    private String json(int index) {
      return VALUES[spelling][index];
    }
  }

  /** Which of the values this JSON is. */
  static int indexOf(String json) {
    for (int i = 0; i < VALUES[0].length; i++) {
      for (String[] spelling : VALUES) {
        if (JsonParser.parseString(spelling[i]).toString().equals(json)) {
          return i;
        }
      }
    }
    throw new AssertionError("none of the values is " + json);
  }

  /** How many values there are. */
  static int values() {
    return VALUES[0].length;
  }

  /** What a service draws from in a test. */
  static RandomGenerator random(long seed) {
    return new SplittableRandom(seed);
  }
}
