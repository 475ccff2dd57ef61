package glomers.workbench.workload.txn;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.Effort;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.history.History;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker against {@link SerialOrders}, on random histories of up to six transactions. */
class SerializabilityPropertyTest {
  private static final int HISTORIES = Effort.of(1_000, 10_000);
  private static final List<String> NODES = List.of("n0", "n1");

  private static RandomTxns random(DataType type, int seed) {
    double faults = new double[] {0, 0.05, 0.2, 0.5}[seed % 4];
    return new RandomTxns(type, seed, faults).run(1 + seed % 6, 1 + seed / 6 % 3);
  }

  private static boolean isSerializable(DataType type, History history, List<String> nodes) {
    Result result =
        new TxnChecker(type, List.of(ConsistencyModel.SERIALIZABLE), nodes, Duration.ofSeconds(30))
            .check(history);
    return result.validity() != Validity.INVALID; // nothing to judge by is fine here
  }

  @Test
  @DisplayName("lists that are read in full: both verdicts are equal")
  void listsAreJudgedExactly() {
    int serializable = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      History history = random(DataType.LIST_APPEND, seed).readAll(false).build();
      boolean expected = new SerialOrders(DataType.LIST_APPEND, history, false).existOne();
      assertThat(isSerializable(DataType.LIST_APPEND, history, List.of()))
          .as("seed %d", seed)
          .isEqualTo(expected);
      serializable += expected ? 1 : 0;
    }
    // Histories of one kind only would prove little.
    assertThat(serializable).isBetween(HISTORIES / 10, HISTORIES * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("registers: what is called invalid is invalid; under 2 % of the others are missed")
  void registersAreNeverJudgedTooHarshly(boolean finalReads) {
    int missed = 0;
    int invalid = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      RandomTxns random = random(DataType.RW_REGISTER, seed);
      History history = finalReads ? random.readAll(true).build() : random.build();
      boolean expected = new SerialOrders(DataType.RW_REGISTER, history, true).existOne();
      boolean found = isSerializable(DataType.RW_REGISTER, history, finalReads ? NODES : List.of());
      if (expected) {
        assertThat(found).as("seed %d", seed).isTrue();
      } else {
        invalid++;
        missed += found ? 1 : 0;
      }
    }
    assertThat(invalid).isBetween(HISTORIES / 10, HISTORIES * 9 / 10);
    // Of 10,000 histories 1.4 % were missed without final reads, and 0.8 % with them; among the few
    // invalid ones of 1,000 chance decides more.
    assertThat((double) missed / invalid).isLessThan(Effort.isThorough() ? 0.02 : 0.05);
  }
}
