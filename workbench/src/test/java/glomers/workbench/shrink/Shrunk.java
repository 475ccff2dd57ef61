package glomers.workbench.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.workbench.Effort;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Validity;
import glomers.workbench.shrink.ShortestRun.Search;
import glomers.workbench.simulation.SimulatedRun;
import java.util.function.Function;

/** The shortest run of a broken server, and the test that is shown of it. */
public final class Shrunk {
  private Shrunk() {}

  /**
   * Holds that the shortest run breaks the rule that the run breaks first; that the test which is
   * shown of it fails by this rule when it is pasted; and that it passes on a correct server. A run
   * of which too little is known to judge it has no shortest one: an empty run would be.
   *
   * <p>In the thorough profile only: the search takes seconds.
   */
  public static void assertFailsAlike(
      SimulatedRun run, Function<? super Node, ?> server, Function<? super Node, ?> correct) {
    if (!Effort.isThorough()) {
      return;
    }
    Search found = run.shrink(progress -> {});
    if (run.result().orElseThrow().validity() == Validity.UNKNOWN) {
      assertThat(found.run()).isEmpty();
      assertThat(found.summary()).contains("its verdict is unknown");
      return;
    }
    ShortestRun shortest = found.run().orElseThrow(() -> new AssertionError(found.summary()));
    String rule = firstRule(run);
    assertThat(shortest.rule()).isEqualTo(rule);
    String source =
        shortest.source().method().replace(run.system().serverExpression().source(), "server");
    try (PastedTest test = new PastedTest(source)) {
      assertThatThrownBy(() -> test.run(server))
          .as(source)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(" 1. ")
          .hasMessageContaining(rule);
      test.run(correct);
    } catch (Exception e) {
      throw new AssertionError(source, e);
    }
  }

  private static String firstRule(SimulatedRun run) {
    return run.result().orElseThrow().findings().stream()
        .filter(finding -> finding.validity() == Validity.INVALID)
        .findFirst()
        .map(Finding::rule)
        .orElseThrow()
        .name();
  }
}
