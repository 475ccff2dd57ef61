package glomers.workbench.workload;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.JsonValues;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares each request of an echo test with its reply: the reply's body, the value of the
 * completion, must have under {@code :echo} what the invocation's value was. An operation of
 * unknown outcome says nothing about echoes; one that was refused is an error, too.
 */
public final class EchoChecker implements Checker {
  private static final Keyword ECHO = Keyword.of("echo");

  private static final Rule RULE =
      Rule.of("echo", "each reply must carry what its request carried")
          .withCases("requests were answered by something else");

  @Override
  public Result check(History history) {
    List<Object> errors = new ArrayList<>();
    Result.Builder result = Result.builder();
    history
        .clientOps()
        .filter(Op::isInvoke)
        .forEach(
            request ->
                history
                    .completion(request)
                    .filter(ended -> ended.type() != OpType.INFO)
                    .filter(ended -> !Objects.equals(request.value(), echoed(ended.value())))
                    .ifPresent(
                        ended -> {
                          errors.add(error(request.value(), ended.value()));
                          result.finding(finding(request, ended));
                        }));
    return result.detail("errors", new Seq(errors)).build();
  }

  private static Finding finding(Op request, Op ended) {
    String found =
        ended.isOk()
            ? "the reply was " + JsonValues.print(ended.value())
            : "the request was refused: " + Edn.print(ended.error());
    return Finding.invalid(
            RULE,
            request.node() + " was sent " + JsonValues.print(request.value()) + "; " + found + ".")
        .withOps(List.of(request, ended))
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
