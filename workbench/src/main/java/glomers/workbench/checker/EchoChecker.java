package glomers.workbench.checker;

import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds each request of an echo test against its reply: the reply's body, the value of the
 * completion, must have under {@code :echo} what the invocation's value was. An operation without a
 * reply is an error, too.
 */
public final class EchoChecker implements Checker {
  private static final Keyword ECHO = Keyword.of("echo");

  @Override
  public Result check(History history) {
    List<Object> errors = new ArrayList<>();
    history
        .clientOps()
        .filter(Op::isInvoke)
        .forEach(
            request -> {
              Object reply = history.completion(request).map(Op::value).orElse(null);
              if (!Objects.equals(request.value(), echoed(reply))) {
                errors.add(error(request.value(), reply));
              }
            });
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("errors", new Seq(errors));
    return new Result(Validity.of(errors.isEmpty()), details);
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
