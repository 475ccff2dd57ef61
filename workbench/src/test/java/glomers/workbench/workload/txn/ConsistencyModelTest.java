package glomers.workbench.workload.txn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistencyModelTest {
  private static Set<String> names(Set<ConsistencyModel> models) {
    Set<String> names = new TreeSet<>();
    models.forEach(model -> names.add(model.friendlyName()));
    return names;
  }

  @ParameterizedTest
  @DisplayName("the weakest models that an anomaly rules out are those that Elle names")
  @CsvSource({
    "G0, read-uncommitted",
    "G1A, read-committed",
    "LOST_UPDATE, cursor-stability update-atomic",
    "G_SINGLE_ITEM, consistent-view repeatable-read",
    "G0_PROCESS, strong-session-read-uncommitted",
    "INTERNAL, read-atomic",
    "G2_ITEM, repeatable-read",
    "G_NONADJACENT_ITEM, repeatable-read snapshot-isolation",
    "G2_ITEM_REALTIME, strong-serializable"
  })
  void namesTheWeakestModels(AnomalyType type, String weakest) {
    Set<ConsistencyModel> ruledOut = ConsistencyModel.ruledOutBy(List.of(type));
    assertThat(String.join(" ", names(Set.copyOf(ConsistencyModel.weakest(ruledOut).toList()))))
        .isEqualTo(weakest);
  }

  @Test
  @DisplayName("what internal reads rule out beyond read-atomic is what Elle lists")
  void namesTheStrongerModels() {
    assertThat(names(ConsistencyModel.ruledOutBy(List.of(AnomalyType.INTERNAL))))
        .containsExactly(
            "causal-cerone",
            "parallel-snapshot-isolation",
            "prefix",
            "read-atomic",
            "serializable",
            "snapshot-isolation",
            "strong-serializable",
            "strong-session-serializable",
            "strong-session-snapshot-isolation",
            "strong-snapshot-isolation",
            "update-atomic");
  }

  @Test
  void knowsModelsByAllOfTheirNames() {
    for (String name : List.of("strict-serializable", "strong-serializable", "PL-SS")) {
      assertThat(ConsistencyModel.named(name)).isEqualTo(ConsistencyModel.STRICT_SERIALIZABLE);
    }
    assertThat(ConsistencyModel.names()).doesNotHaveDuplicates();
  }

  @Test
  void unknownNamesAreRefusedWithTheList() {
    assertThatThrownBy(() -> ConsistencyModel.named("linearizable"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "there is no consistency model linearizable for transactions; there are")
        .hasMessageContaining("read-uncommitted, PL-1, read-committed");
  }
}
