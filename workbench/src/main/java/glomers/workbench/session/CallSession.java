package glomers.workbench.session;

import glomers.protocol.Body;
import glomers.workbench.session.Session.Reply;
import glomers.workbench.session.Session.Rpc;
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
 *     .on("add", Long.class, Add::new, AddOk.class, (delta, reply) -> delta)
 *     .on("read", Void.class, none -> new Read(), ReadOk.class, (none, ok) -> ok.body().value())
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

  /** Declares an operation whose errors are recorded by the session's rule. */
  public <A, R extends Body> CallSession on(
      String f,
      Class<A> argument,
      Function<A, Body> request,
      Class<R> reply,
      BiFunction<A, Reply.Ok<R>, Object> value) {
    return on(f, errors, argument, request, reply, value);
  }

  /**
   * Declares an operation.
   *
   * @param f the name of the function
   * @param rule how errors are recorded
   * @param argument the class of the operation's argument; Void if it takes none
   * @param request makes the request of the argument
   * @param reply the class of the reply
   * @param value makes the operation's result of its argument and the reply
   */
  public <A, R extends Body> CallSession on(
      String f,
      ErrorRule rule,
      Class<A> argument,
      Function<A, Body> request,
      Class<R> reply,
      BiFunction<A, Reply.Ok<R>, Object> value) {
    operations.put(
        f,
        (operation, done) -> {
          A given = argument.cast(operation.value());
          rpc.call(
              request.apply(given),
              reply,
              answer ->
                  done.accept(
                      answer instanceof Reply.Ok<R> ok
                          ? Completion.ok(value.apply(given, ok))
                          : Completion.of(given, answer, rule)));
        });
    return this;
  }

  @Override
  public void invoke(Invocation operation, Consumer<Completion> done) {
    operations.get(operation.f()).invoke(operation, done);
  }
}
