package glomers.workbench.session;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.workbench.session.Session.Reply;
import glomers.workbench.session.Session.Rpc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Answers calls from a list of replies, at once, and keeps the requests. */
public final class ScriptedRpc implements Rpc {
  private final Deque<Object> replies = new ArrayDeque<>();
  private final List<JsonObject> requests = new ArrayList<>();

  /** Adds a reply: the JSON of a body, in single quotes. */
  public ScriptedRpc reply(String json) {
    replies.add(json(json));
    return this;
  }

  /** Adds an error. */
  public ScriptedRpc fail(ErrorCode code) {
    replies.add(code);
    return this;
  }

  /** JSON in single quotes. */
  public static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  /** The bodies of all requests so far, without their numbers. */
  public List<JsonObject> requests() {
    return requests;
  }

  @Override
  public <R extends Body> void call(Body request, Class<R> reply, Consumer<Reply<R>> then) {
    String line = Codec.encode("c0", "n0", request, OptionalLong.empty(), OptionalLong.empty());
    requests.add(Codec.decode(line).body());
    Object next = replies.remove();
    if (next instanceof ErrorCode code) {
      then.accept(new Reply.Failed<>(code, "no"));
    } else {
      JsonObject body = (JsonObject) next;
      then.accept(new Reply.Ok<>(Codec.strictBody(body, reply), new Message("n0", "c0", body)));
    }
  }
}
