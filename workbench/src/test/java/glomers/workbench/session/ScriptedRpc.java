package glomers.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import glomers.workbench.session.Session.Reply;
import glomers.workbench.session.Session.Rpc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A node whose answers a test writes: each is given to the call under way, or else to the next one.
 */
public final class ScriptedRpc implements Rpc {
  private record Call<R extends Body>(Class<R> reply, Consumer<Reply<R>> then) {
    void reply(JsonObject body) {
      Reply<R> answer;
      try {
        answer = new Reply.Ok<>(Codec.strictBody(body, reply), new Message("n0", "c0", body));
      } catch (RpcException e) {
        answer = new Reply.Malformed<>(e.text());
      }
      then.accept(answer);
    }

    void fail(ErrorCode code) {
      then.accept(new Reply.Failed<>(code, "no"));
    }

    void timeOut() {
      then.accept(new Reply.TimedOut<>());
    }
  }

  private final Queue<Consumer<Call<?>>> answers = new ArrayDeque<>();
  private final List<JsonObject> requests = new ArrayList<>();
  private Call<?> underWay;

  /** Answers with the JSON of a body, in single or double quotes. */
  public ScriptedRpc reply(String json) {
    return answer(call -> call.reply(json(json)));
  }

  /** Answers with an error. */
  public ScriptedRpc fail(ErrorCode code) {
    return answer(call -> call.fail(code));
  }

  /** Does not answer in time. */
  public ScriptedRpc timeOut() {
    return answer(Call::timeOut);
  }

  private ScriptedRpc answer(Consumer<Call<?>> answer) {
    answers.add(answer);
    answerNext();
    return this;
  }

  private void answerNext() {
    if (underWay != null && !answers.isEmpty()) {
      Call<?> call = underWay;
      underWay = null;
      answers.remove().accept(call);
    }
  }

  @Override
  public <R extends Body> void call(Body request, Class<R> reply, Consumer<Reply<R>> then) {
    expectNothing();
    String line = Codec.encode("c0", "n0", request, OptionalLong.empty(), OptionalLong.empty());
    requests.add(Codec.decode(line).body());
    underWay = new Call<>(reply, then);
    answerNext();
  }

  /** JSON in single or double quotes. */
  public static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  /** The bodies of all requests so far, without their numbers. */
  public List<JsonObject> requests() {
    return requests;
  }

  /** The request under way is this one. */
  public ScriptedRpc expect(String json) {
    assertThat(underWay).isNotNull();
    assertThat(requests.get(requests.size() - 1)).isEqualTo(json(json));
    return this;
  }

  /** No request is under way. */
  public void expectNothing() {
    assertThat(underWay).as("one call at a time").isNull();
  }
}
