package glomers.workbench.fuzz;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.PeerBody;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lines that should not be: malformed ones, messages of a wrong form, and replies that nobody waits
 * for. A node that is right refuses or drops each, and is the same as before.
 */
final class HostileLines {
  /** Whom the lines come from, unless it is another node. */
  static final String SOURCE = "c-fuzz";

  private static final int LONG_CHARS = 100_000;
  private static final String TEXT = "abcdefghij0123456789 {}[]\",:\\\u0000\u001b\u2028\uffff";
  private static final List<JsonElement> NO_ID =
      List.of(JsonNull.INSTANCE, new JsonPrimitive(7), new JsonArray(), new JsonObject());

  private final List<Class<? extends Body>> types;
  private final List<String> nodes;
  private final RandomGenerator random;
  private final AbsurdValues absurd;

  /**
   * Lines for the first of these nodes.
   *
   * @param types of the messages that the node takes, at least one
   */
  HostileLines(List<Class<? extends Body>> types, List<String> nodes, RandomGenerator random) {
    this.types = types;
    this.nodes = nodes;
    this.random = random;
    this.absurd = new AbsurdValues(random);
  }

  /** A line that is refused or dropped. */
  String refused() {
    return switch (random.nextInt(11)) {
      case 0 -> cut(message(absurdBody(any())));
      case 1 -> text(random.nextInt(200));
      case 2 -> nested(random.nextInt(400));
      case 3 -> wrongEnvelope();
      case 4 -> wrongType();
      case 5 -> message(strayReply());
      case 6 -> message(init());
      case 7 -> random.nextInt(400) == 0 ? text(LONG_CHARS) : "";
      case 8 -> ofNoPeer();
      default -> message(wrongField());
    };
  }

  /**
   * A message in due form, with values that nobody would expect. What only nodes send each other is
   * sent by a client: a node may believe its peers.
   */
  String absurd() {
    Class<? extends Body> type = any();
    return message(absurdBody(type), isOfPeers(type) ? SOURCE : source());
  }

  /** A message in due form that only nodes send each other, from a client. */
  private String ofNoPeer() {
    Class<? extends Body> type = any();
    return message(isOfPeers(type) ? absurdBody(type) : wrongField(), SOURCE);
  }

  private static boolean isOfPeers(Class<? extends Body> type) {
    return PeerBody.class.isAssignableFrom(type);
  }

  private Class<? extends Body> any() {
    return types.get(random.nextInt(types.size()));
  }

  private JsonObject absurdBody(Class<? extends Body> type) {
    return absurd.of(type).orElseThrow();
  }

  private String cut(String line) {
    return line.substring(0, random.nextInt(line.length()));
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(TEXT.charAt(random.nextInt(TEXT.length())));
    }
    return text.toString();
  }

  private String nested(int depth) {
    return (random.nextBoolean() ? "[" : "{\"a\":").repeat(depth);
  }

  private String wrongEnvelope() {
    JsonObject envelope = envelope(absurdBody(any()), source());
    String field = List.of("src", "dest", "body").get(random.nextInt(3));
    if (random.nextInt(4) == 0) {
      envelope.remove(field);
    } else if (field.equals("body")) {
      envelope.add(field, random.nextBoolean() ? new JsonArray() : new JsonPrimitive("x"));
    } else {
      envelope.add(field, NO_ID.get(random.nextInt(NO_ID.size())));
    }
    return envelope.toString();
  }

  private String wrongType() {
    JsonObject body = absurdBody(any());
    switch (random.nextInt(3)) {
      case 0 -> body.remove("type");
      case 1 -> body.add("type", NO_ID.get(random.nextInt(NO_ID.size())));
      default -> body.addProperty("type", "no_such_type_" + random.nextInt(100_000));
    }
    return message(body);
  }

  private JsonObject strayReply() {
    JsonObject body = new JsonObject();
    body.addProperty("type", random.nextBoolean() ? "error" : Codec.typeOf(any()) + "_ok");
    body.addProperty("in_reply_to", random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(9) : -1);
    return body;
  }

  /** To be initialised twice is refused. */
  private JsonObject init() {
    JsonObject body = new JsonObject();
    body.addProperty("type", "init");
    body.addProperty("node_id", random.nextBoolean() ? nodes.get(0) : "n" + random.nextInt(9));
    JsonArray ids = new JsonArray();
    nodes.forEach(ids::add);
    body.add("node_ids", ids);
    return body;
  }

  /** A body that lacks a field, or has one of another type; of an unknown type if it has none. */
  private JsonObject wrongField() {
    Class<? extends Body> type = any();
    JsonObject body = absurdBody(type);
    RecordComponent[] fields = type.getRecordComponents();
    if (fields.length == 0) {
      body.addProperty("type", "no_such_type");
      return body;
    }
    RecordComponent field = fields[random.nextInt(fields.length)];
    if (!AbsurdValues.breakField(body, field, random)) {
      body.addProperty("type", "no_such_type");
    }
    return body;
  }

  private String message(JsonObject body) {
    return message(body, source());
  }

  private String message(JsonObject body, String source) {
    if (random.nextInt(4) > 0) {
      body.addProperty("msg_id", random.nextInt(1_000));
    }
    return envelope(body, source).toString();
  }

  private JsonObject envelope(JsonObject body, String source) {
    JsonObject envelope = new JsonObject();
    envelope.addProperty("id", random.nextLong());
    envelope.addProperty("src", source);
    envelope.addProperty("dest", nodes.get(0));
    envelope.add("body", body);
    return envelope;
  }

  private String source() {
    int chosen = random.nextInt(nodes.size());
    return chosen == 0 ? SOURCE : nodes.get(chosen);
  }
}
