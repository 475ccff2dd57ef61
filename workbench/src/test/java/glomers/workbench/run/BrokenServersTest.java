package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Servers that keep to the protocol, but not to what they promise: the analysis finds them out. */
class BrokenServersTest {
  private static Result invalid(SimulatedTest test) {
    Trace trace = test.run();
    assertThat(trace.outcome().failure()).isEmpty();
    assertThat(trace.validity()).as(trace.explain()).isEqualTo(Validity.INVALID);
    Result result = trace.result("workload");
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    return result;
  }

  private static Result invalidBroadcast(Consumer<? super Node> server) {
    return invalid(SimulatedTest.of("broadcast", server).nodes(5).latency(10));
  }

  @Test
  void anotherEcho() {
    Result result = invalid(SimulatedTest.of("echo", TestServers::wrongEcho));
    assertThat(result.details().get("errors")).asString().contains("something else");
  }

  @Test
  void idsThatNodesRepeat() {
    Result result = invalid(SimulatedTest.of("unique-ids", TestServers::repeatedIds).nodes(3));
    assertThat((Integer) result.details().get("duplicated-count")).isGreaterThan(20);
  }

  @Test
  void idsThatDifferOnOneNodeAreFine() {
    Trace trace = SimulatedTest.of("unique-ids", TestServers::repeatedIds).nodes(1).run();
    assertThat(trace.validity()).as(trace.explain()).isEqualTo(Validity.VALID);
  }

  @Test
  void aValueThatIsAcknowledgedAndForgotten() {
    Result result = invalidBroadcast(BrokenBroadcast.Forgetful::new);
    assertThat(result.details().get("broken-rules"))
        .asString()
        .contains("each node's final read must have every value that was acknowledged or read");
  }

  @Test
  void aValueThatOneNodeNeverGets() {
    Result result = invalidBroadcast(BrokenBroadcast.KeptFromOne::new);
    assertThat(result.details())
        .containsEntry(
            "missing",
            Map.of(
                BrokenBroadcast.KeptFromOne.NODE,
                List.of((long) BrokenBroadcast.KeptFromOne.MESSAGE)));
  }

  @Test
  void nothingPassedOn() {
    Result result = invalidBroadcast(BrokenBroadcast.Silent::new);
    assertThat((Map<?, ?>) result.details().get("missing")).hasSize(5);
  }

  @Test
  void aValueTwiceInARead() {
    Result result = invalidBroadcast(BrokenBroadcast.Repeating::new);
    assertThat((Integer) result.details().get("duplicated-count")).isPositive();
    assertThat(result.details().get("broken-rules"))
        .isEqualTo(List.of("a read must not return a value more than once"));
  }

  @Test
  void aValueThatNobodySent() {
    Result result = invalidBroadcast(BrokenBroadcast.Inventive::new);
    assertThat(result.details()).containsEntry("unexpected-count", 1);
  }
}
