package glomers.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.edn.Keyword;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history =
      new HistoryBuilder()
          .invoke(0, "echo", "a")
          .invoke(1, "echo", "b")
          .nemesis("start-partition", Keyword.of("majority"))
          .ok(1, "b")
          .ok(0, "a")
          .invoke(0, "echo", "c")
          .build();

  private Op entry(int index) {
    return history.ops().get(index);
  }

  @Test
  void whatEndsBelongsToWhatItsProcessBegan() {
    assertThat(history.invocation(entry(3))).isSameAs(entry(1));
    assertThat(history.invocation(entry(4))).isSameAs(entry(0));
    assertThat(history.completion(entry(0))).containsSame(entry(4));
    assertThat(history.completion(entry(1))).containsSame(entry(3));
  }

  @Test
  void whatHasNotEndedHasNoCompletion() {
    assertThat(history.completion(entry(5))).isEmpty();
  }

  @Test
  void whatBeginsWasNotBegunByAnother() {
    assertThatThrownBy(() -> history.invocation(entry(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> history.invocation(entry(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(history.completion(entry(4))).isEmpty();
  }

  @Test
  void anEntryOfALongerHistoryIsUnknown() {
    Op later = new HistoryBuilder().invoke(0, "echo", 1).ok(0, 1).build().ops().get(1);
    assertThatThrownBy(() -> new History().invocation(later))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pairsAreKeptHoweverLongItGets() {
    HistoryBuilder builder = new HistoryBuilder();
    for (int i = 0; i < 1_000; i++) {
      builder.invoke(0, "echo", i).ok(0, i);
    }
    History all = builder.build();
    assertThat(all.ops())
        .filteredOn(Op::isOk)
        .allSatisfy(op -> assertThat(all.invocation(op).value()).isEqualTo(op.value()))
        .hasSize(1_000);
  }

  @Test
  void entriesComeInTheOrderOfTheirIndex() {
    assertThatThrownBy(() -> history.add(entry(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected index 6");
  }
}
