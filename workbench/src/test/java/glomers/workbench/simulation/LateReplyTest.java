package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.protocol.Body;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A reply to what a node asked before it was killed. */
class LateReplyTest {
  record Ask(int number) implements Body {}

  record AskOk(int square) implements Body {}

  record Square(int number) implements Body {}

  record SquareOk(int square) implements Body {}

  /** Lets n1 do the sums. */
  private static final class Delegating {
    Delegating(Node node) {
      node.onAsync(
          Ask.class,
          request ->
              node.rpc(
                      "n1",
                      new Square(request.body().number()),
                      SquareOk.class,
                      Duration.ofSeconds(5))
                  .thenApply(reply -> new AskOk(reply.square())));
      node.on(
          Square.class, request -> new SquareOk(request.body().number() * request.body().number()));
    }
  }

  @Test
  @DisplayName("the first request of a node's next life is not answered by the reply to the last's")
  void isDropped() {
    Scenario<?> scenario = Scenario.of(Delegating::new, 2, Duration.ofSeconds(1), 1);
    scenario.send("n0", new Ask(2));
    scenario.advance(Duration.ofMillis(100));
    scenario.crash("n0");
    scenario.restart("n0");
    assertThat(scenario.call("n0", new Ask(3), AskOk.class).square()).isEqualTo(9);
  }
}
