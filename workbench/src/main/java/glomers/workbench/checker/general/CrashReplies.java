package glomers.workbench.checker.general;

import glomers.protocol.ErrorCode;
import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.List;
import java.util.Optional;

/**
 * The operations that a node answered with the error <i>crash</i>: its handler has thrown an
 * exception. That alone breaks no rule, here as with Maelstrom, but a person wants to know it.
 */
public final class CrashReplies {
  private static final Keyword CRASH = Keyword.of(ErrorCode.CRASH.wireName());

  private CrashReplies() {}

  /** What a person should know of them; empty if there are none. */
  public static Optional<String> note(History history) {
    List<Op> crashed = history.clientOps().filter(CrashReplies::isCrash).toList();
    return crashed.stream()
        .findFirst()
        .map(
            first ->
                Sentences.format(
                    "%s ended with the error crash, for a handler has thrown an exception; the"
                        + " first, %s on %s: %s.",
                    Sentences.count(crashed.size(), "operation"),
                    first.f(),
                    first.at(),
                    ((List<?>) first.error()).get(1)));
  }

  private static boolean isCrash(Op op) {
    return !op.isInvoke()
        && op.error() instanceof List<?> error
        && error.size() == 2
        && error.get(0).equals(CRASH);
  }
}
