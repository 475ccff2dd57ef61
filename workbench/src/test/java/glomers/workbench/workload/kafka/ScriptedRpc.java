package glomers.workbench.workload.kafka;

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
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A node whose answers a test writes, one after the other. */
final class ScriptedRpc implements Rpc {
  private String request;
  private Consumer<String> answer;
  private Consumer<Reply<?>> end;

  @Override
  public <R extends Body> void call(Body body, Class<R> reply, Consumer<Reply<R>> then) {
    assertThat(request).as("one call at a time").isNull();
    String line = Codec.encode("c0", "n0", body, OptionalLong.empty(), OptionalLong.empty());
    request = Codec.decode(line).body().toString();
    answer =
        text -> {
          JsonObject json = JsonParser.parseString(text).getAsJsonObject();
          try {
            then.accept(
                new Reply.Ok<>(Codec.strictBody(json, reply), new Message("n0", "c0", json)));
          } catch (RpcException e) {
            then.accept(new Reply.Malformed<>(e.text()));
          }
        };
    end = other -> then.accept(other instanceof Reply.Failed<?> f ? failed(f) : timedOut());
  }

  private static <R extends Body> Reply<R> failed(Reply.Failed<?> failed) {
    return new Reply.Failed<>(failed.code(), failed.text());
  }

  private static <R extends Body> Reply<R> timedOut() {
    return new Reply.TimedOut<>();
  }

  /** The request under way is this one. */
  ScriptedRpc expect(String json) {
    assertThat(request).isEqualTo(json);
    return this;
  }

  void expectNothing() {
    assertThat(request).isNull();
  }

  /** Answers with this body. */
  void answer(String json) {
    request = null;
    answer.accept(json);
  }

  void fail(ErrorCode code) {
    request = null;
    end.accept(new Reply.Failed<>(code, "no"));
  }

  void timeOut() {
    request = null;
    end.accept(new Reply.TimedOut<>());
  }
}
