package glomers.workbench.session;

import glomers.protocol.Body;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A session without state, each of whose operations is one call:
 *
 * <pre>{@code
 * new CallSession(rpc)
 *     .on("add", add -> new Add((Long) add), AddOk.class, (add, reply) -> add)
 *     .on("read", none -> new Read(), ReadOk.class, (none, reply) -> reply.body().value())
 * }</pre>
 */
public final class CallSession implements Session {
  private final Rpc rpc;
  private final ErrorRule errors;
  private final Map<String, Session> operations = new HashMap<>();

  /** A session that knows no operation yet; errors are recorded {@link ErrorRule#BY_CODE}. */
  public CallSession(Rpc rpc) {
    this(rpc, ErrorRule.BY_CODE);
  }

  /**
   * A session that knows no operation yet.
   *
   * @param errors how errors are recorded, of operations that have no rule of their own
   */
  public CallSession(Rpc rpc, ErrorRule errors) {
    this.rpc = rpc;
    this.errors = errors;
  }

  /** As {@link #on(String, ErrorRule, Function, Class, BiFunction)}, with the session's rule. */
  public <R extends Body> CallSession on(
      String f,
      Function<Object, Body> request,
      Class<R> reply,
      BiFunction<Object, Reply.Ok<R>, Object> value) {
    return on(f, errors, request, reply, value);
  }

  /**
   * Declares an operation.
   *
   * @param f the name of the function
   * @param rule how errors are recorded
   * @param request makes the request of the operation's argument
   * @param reply the class of the reply
   * @param value makes the operation's result of its argument and the reply; a value of EDN
   */
  public <R extends Body> CallSession on(
      String f,
      ErrorRule rule,
      Function<Object, Body> request,
      Class<R> reply,
      BiFunction<Object, Reply.Ok<R>, Object> value) {
    operations.put(
        f,
        (operation, done) -> {
          Object argument = operation.value();
          rpc.call(
              request.apply(argument),
              reply,
              answer ->
                  done.accept(
                      answer instanceof Reply.Ok<R> ok
                          ? Completion.ok(value.apply(argument, ok))
                          : Completion.of(argument, answer, rule)));
        });
    return this;
  }

  @Override
  public void invoke(Invocation operation, Consumer<Completion> done) {
    operations.get(operation.f()).invoke(operation, done);
  }
}
