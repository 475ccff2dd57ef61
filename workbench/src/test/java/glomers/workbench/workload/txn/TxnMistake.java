package glomers.workbench.workload.txn;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.workbench.shrink.Shrunk;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A server that makes a mistake, and the anomaly as which it shows.
 *
 * @param model the weakest that the mistake breaks
 * @param anomaly its name
 */
record TxnMistake(
    String workload, Function<Node, Object> server, int nodes, String model, String anomaly) {
  private static final String REGISTERS = "txn-rw-register";

  /** A mistake with lists, on one node. */
  static TxnMistake withLists(Function<Node, Object> server, String model, String anomaly) {
    return new TxnMistake("txn-list-append", server, 1, model, anomaly);
  }

  /** A mistake with registers, on one node. */
  static TxnMistake withRegisters(Function<Node, Object> server, String model, String anomaly) {
    return new TxnMistake(REGISTERS, server, 1, model, anomaly);
  }

  /** The same on two nodes. */
  TxnMistake onTwoNodes() {
    return new TxnMistake(workload, server, 2, model, anomaly);
  }

  Simulation<?> simulation() {
    return Simulation.of(server)
        .workload(workload)
        .nodes(nodes)
        .concurrency("5n")
        .rate(400)
        .latency(Duration.ofMillis(10))
        .timeLimit(Duration.ofSeconds(5))
        .options(options -> options.keyCount(3).consistencyModels(List.of(model)))
        .noSwarm()
        .seed(1);
  }

  /** The mistake shows under its name, also in the shortest run, which a correct server passes. */
  void assertCaught() {
    SimulatedRun run = simulation().run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.result().orElseThrow().findings())
        .extracting(finding -> finding.rule().name())
        .contains(anomaly);
    Shrunk.assertFailsAlike(run, server, Correct::new);
  }

  @Override
  public String toString() {
    return anomaly + " (" + workload + ", " + model + ")";
  }

  /** The first node performs all transactions; the others pass on what they are asked. */
  private static final class Correct {
    Correct(Node node) {
      String first = node.ids().get(0);
      if (node.id().equals(first)) {
        new TxnServer(node);
        return;
      }
      node.onAsync(
          TxnServer.Txn.class,
          request -> node.rpc(first, request.body(), TxnServer.TxnOk.class, Duration.ofSeconds(2)));
    }
  }
}
