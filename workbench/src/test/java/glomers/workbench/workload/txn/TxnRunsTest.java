package glomers.workbench.workload.txn;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.workbench.Effort;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.Op;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TxnRunsTest {
  private static Simulation<?> simulation(String workload, Function<? super Node, ?> server) {
    return Simulation.of(server)
        .workload(workload)
        .nodes(1)
        .concurrency("4n")
        .rate(200)
        .timeLimit(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"txn-rw-register", "txn-list-append"})
  void oneAfterTheOtherIsStrictlySerializable(String workload) {
    for (long seed = 0; seed < Effort.of(2, 10); seed++) {
      simulation(workload, TxnServer::new).seed(seed).run().assertValid();
    }
  }

  @Test
  void sameSeedGivesTheSameHistory() {
    assertThat(simulation("txn-list-append", TxnServer::new).seed(3).run().history().ops())
        .isEqualTo(simulation("txn-list-append", TxnServer::new).seed(3).run().history().ops())
        .isNotEqualTo(simulation("txn-list-append", TxnServer::new).seed(4).run().history().ops());
  }

  @Test
  @DisplayName("a transaction has 1 to 4 reads and writes, half of each; three in four write")
  void mixesTransactionsAsMaelstromDoes() {
    List<List<MicroOp>> txns =
        simulation("txn-rw-register", TxnServer::new)
            .rate(4_000)
            .run()
            .history()
            .clientOps()
            .filter(op -> op.isInvoke() && !op.isFinal())
            .map(op -> ((MicroOps) op.value()).parts())
            .toList();
    assertThat(txns.size()).isBetween(19_000, 21_000);
    double[] byLength = new double[5];
    long writing = 0;
    Set<Object> keys = new HashSet<>();
    for (List<MicroOp> txn : txns) {
      byLength[txn.size()]++;
      writing += txn.stream().anyMatch(MicroOp::isWrite) ? 1 : 0;
      txn.forEach(op -> keys.add(op.key()));
    }
    assertThat(byLength[0]).isZero();
    for (int length = 1; length <= 4; length++) {
      assertThat(byLength[length] / txns.size()).isBetween(0.23, 0.27);
    }
    assertThat((double) writing / txns.size()).isBetween(0.75, 0.78);
    assertThat(keys.size()).isBetween(1_400, 1_700);
  }

  @Test
  void takesItsOptions() {
    SimulatedRun run =
        simulation("txn-list-append", TxnServer::new)
            .options(options -> options.keyCount(1).maxWritesPerKey(1).maxTxnLength(1))
            .run()
            .assertValid();
    assertThat(
            run.history()
                .clientOps()
                .filter(op -> op.isInvoke() && !op.isFinal())
                .map(op -> Edn.print(op.value())))
        .allMatch(txn -> txn.matches("\\[\\[(:r \\d+ nil|:append \\d+ 1)]]"));
  }

  @Test
  void finalPhaseReadsEveryKeyOnEveryNode() {
    SimulatedRun run = simulation("txn-rw-register", TxnServer::new).run();
    List<Op> reads = run.history().clientOps().filter(Op::isFinal).filter(Op::isInvoke).toList();
    assertThat(reads).allMatch(op -> ((MicroOps) op.value()).parts().size() <= 8);
    Set<Object> keys = new HashSet<>();
    reads.forEach(op -> ((MicroOps) op.value()).parts().forEach(read -> keys.add(read.key())));
    run.history()
        .clientOps()
        .filter(Op::isInvoke)
        .forEach(
            op ->
                assertThat(((MicroOps) op.value()).parts())
                    .allSatisfy(each -> assertThat(keys).contains(each.key())));
  }

  @Test
  @DisplayName("final reads are left out of the figures that compare with Maelstrom's")
  void finalPhaseIsReportedApart() {
    SimulatedRun with = simulation("txn-rw-register", TxnServer::new).run();
    SimulatedRun without =
        simulation("txn-rw-register", TxnServer::new).options(o -> o.finalReads(false)).run();
    for (String part : List.of("net", "stats", "availability")) {
      assertThat(with.toEdn().get(Keyword.of(part)))
          .isEqualTo(without.toEdn().get(Keyword.of(part)));
    }
    assertThat(without.toEdn()).doesNotContainKey(Keyword.of("final-phase"));
    Map<?, ?> finalPhase = (Map<?, ?>) with.toEdn().get(Keyword.of("final-phase"));
    long finals = with.history().clientOps().filter(Op::isFinal).filter(Op::isInvoke).count();
    assertThat(finalPhase.get(Keyword.of("count"))).isEqualTo(finals);
    assertThat(Edn.print(finalPhase.get(Keyword.of("net"))))
        .contains(":clients {:send-count " + 2 * finals + ", :recv-count " + 2 * finals + "}");
  }

  @Test
  void validRegistersAreReportedAsMaelstromDoes() {
    SimulatedRun run = simulation("txn-rw-register", TxnServer::new).run();
    assertThat(Edn.print(run.toEdn().get(Keyword.of("workload"))))
        .isEqualTo("{:valid? true, :anomaly-types (), :anomalies nil}");
  }
}
