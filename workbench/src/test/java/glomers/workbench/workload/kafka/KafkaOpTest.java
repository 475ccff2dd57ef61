package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaOpTest {
  private static void assertForm(String f, KafkaOp what, String edn) {
    assertThat(Edn.print(what.toEdn())).isEqualTo(edn);
    assertThat(KafkaOp.of(f, what.toEdn())).isEqualTo(what);
  }

  @Test
  void hasTheFormOfJepsen() {
    assertForm("send", new Send("k", 5L, null), "[[:send \"k\" 5]]");
    assertForm("send", new Send("k", 5L, 0L), "[[:send \"k\" [0 5]]]");
    assertForm("poll", Poll.REQUEST, "[[:poll]]");
    assertForm("poll", new Poll(Map.of()), "[[:poll {}]]");
    assertForm(
        "poll",
        new Poll(Map.of("k", LogHistory.entries(0, 5, 1, 6))),
        "[[:poll {\"k\" [[0 5] [1 6]]}]]");
  }

  @Test
  void tellsHowAnAssignWasAnswered() {
    Assign assign = Assign.request(List.of("j", "k"));
    assertForm("assign", assign, "{:keys [\"j\" \"k\"]}");
    assertForm(
        "assign", assign.answered(Map.of("k", 7L)), "{:keys [\"j\" \"k\"], :committed {\"k\" 7}}");
    assertForm(
        "assign", Assign.fromBeginning(List.of("k")), "{:keys [\"k\"], :seek-to-beginning? true}");
  }

  @Test
  void commitsHighestOffsetPerKey() {
    Poll poll =
        new Poll(LogHistory.answer("j", LogHistory.entries(3, 1, 9, 2, 4, 3), "k", List.of()));
    assertThat(poll.commits()).isEqualTo(Map.of("j", 9L));
    assertThat(Poll.REQUEST.commits()).isEmpty();
  }

  @Test
  void takesMessagesOfAnyKind() {
    Entry text = new Entry(0, "text");
    Entry nothing = new Entry(1, null);
    Poll poll = new Poll(Map.of("k", List.of(text, nothing)));
    assertForm("poll", poll, "[[:poll {\"k\" [[0 \"text\"] [1 nil]]}]]");
    assertForm("send", new Send("k", null, null), "[[:send \"k\" nil]]");
  }

  @Test
  void crashHasNoForm() {
    assertForm("crash", new KafkaOp.Crash(), "nil");
  }

  @Test
  void rejectsOtherFunctions() {
    assertThatThrownBy(() -> KafkaOp.of("read", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a log has no function read");
  }

  @Test
  void rejectsValuesOfAnotherForm() {
    List<Object> bad =
        Arrays.asList(
            null,
            5L,
            List.of(),
            List.of(List.of(Keyword.of("send"), "k")),
            List.of(List.of(Keyword.of("send"), 5L, 5L)),
            List.of(List.of(Keyword.of("send"), "k", List.of(5L))),
            List.of(List.of(Keyword.of("send"), "k", List.of("5", 5L))),
            List.of(Collections.singletonList(null)));
    for (Object value : bad) {
      assertThatThrownBy(() -> KafkaOp.of("send", value))
          .as("%s", value)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("send");
    }
    assertThatThrownBy(() -> KafkaOp.of("assign", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> KafkaOp.of("poll", List.of(List.of(Keyword.of("poll"), Map.of("k", 5L)))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
