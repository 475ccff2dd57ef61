package glomers.workbench.checker;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares each request of an echo test with its reply: the reply's body, the value of the
 * completion, must have under {@code :echo} what the invocation's value was. An operation without a
 * reply is an error, too.
 */
public final class EchoChecker implements Checker {
  private static final Keyword ECHO = Keyword.of("echo");

  private static final Rule RULE =
      Rule.of("echo", "each reply must carry what its request carried");

  @Override
  public Result check(History history) {
    List<Object> errors = new ArrayList<>();
    Result.Builder result = Result.builder();
    history
        .clientOps()
        .filter(Op::isInvoke)
        .forEach(
            request -> {
              Optional<Op> completion = history.completion(request);
              Object reply = completion.map(Op::value).orElse(null);
              if (!Objects.equals(request.value(), echoed(reply))) {
                errors.add(error(request.value(), reply));
                result.finding(finding(request, completion));
              }
            });
    return result.detail("errors", new Seq(errors)).build();
  }

  private static Finding finding(Op request, Optional<Op> completion) {
    String found =
        completion
            .map(
                op ->
                    op.isOk()
                        ? "the reply was " + Edn.print(op.value())
                        : "the request ended in " + op.type().label())
            .orElse("there was no reply");
    List<Op> ops = new ArrayList<>(List.of(request));
    completion.ifPresent(ops::add);
    return Finding.invalid(
            RULE, request.node() + " was sent " + Edn.print(request.value()) + "; " + found + ".")
        .withOps(ops)
        .withNodes(List.of(request.node()));
  }

  private static Object echoed(Object reply) {
    return reply instanceof Map<?, ?> body ? body.get(ECHO) : null;
  }

  private static List<Object> error(Object expected, Object reply) {
    List<Object> error = new ArrayList<>();
    error.add("Expected a message with :echo");
    error.add(expected);
    error.add("But received");
    error.add(reply);
    return error;
  }
}
