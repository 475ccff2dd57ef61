package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.protocol.Message;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.fault.Measure;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.network.LossReason;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrawnEventsTest {
  private static final Optional<Finding> LOST_7 =
      Optional.of(Finding.invalid(Rule.of("lost", ""), "7 is lost.").withValues(List.of(7L)));

  private final List<TraceEvent> events = new ArrayList<>();

  private void message(String src, String dest, String body, LossReason loss) {
    Message message = new Message(src, dest, JsonParser.parseString(body).getAsJsonObject());
    long now = events.size();
    events.add(new MessageEnded(now, now, now, message, Optional.ofNullable(loss)));
  }

  private void gossip(int count) {
    for (int i = 0; i < count; i++) {
      message("n0", "n1", "{\"type\":\"gossip\",\"round\":" + i + "}", null);
    }
  }

  @Test
  void fewMessagesAreAllDrawn() {
    events.add(new TraceEvent.Command(0, "advance 1 ms"));
    gossip(3);
    DrawnEvents drawn = DrawnEvents.of(events, LOST_7);
    assertThat(drawn.events()).isEqualTo(events.subList(1, 4));
    assertThat(drawn.note()).isEmpty();
  }

  @Test
  void ofManyTheFindingsAreDrawn() {
    events.add(new TraceEvent.Fault(0, Measure.LOSS.to(0.5)));
    gossip(50);
    message("c1", "n0", "{\"type\":\"read\"}", null);
    message("n0", "n1", "{\"type\":\"gossip\",\"messages\":[7]}", null);
    message("n0", "n1", "{\"type\":\"gossip\",\"messages\":[]}", LossReason.LOSS);
    DrawnEvents drawn = DrawnEvents.of(events, LOST_7);
    assertThat(drawn.events()).contains(events.get(0)).contains(events.get(51), events.get(52));
    assertThat(drawn.events()).hasSize(1 + DrawnEvents.MESSAGES_ENOUGH).contains(events.get(53));
    assertThat(drawn.note()).startsWith("16 of 53 messages are drawn");
  }

  @Test
  void ofManyTheOperationsOfTheFindingAreDrawn() {
    gossip(1);
    for (int i = 0; i < 100; i++) {
      message("c1", "n0", "{\"type\":\"add\",\"element\":7}", null);
    }
    Op begun = new Op(0, 1, 0, "n1", OpType.INVOKE, "read", null, null, null, false);
    events.add(new TraceEvent.Operation(begun));
    message("c2", "n1", "{\"type\":\"read\"}", null);
    Op ended = new Op(1, 2, 0, "n1", OpType.OK, "read", null, null, null, false);
    events.add(new TraceEvent.Operation(ended));
    Optional<Finding> finding = LOST_7.map(lost -> lost.withOps(List.of(ended)));
    assertThat(DrawnEvents.of(events, finding).events())
        .hasSize(DrawnEvents.MESSAGES_MAX)
        .contains(events.get(102));
  }

  @Test
  void drawsNoMoreThanAPersonReads() {
    for (int i = 0; i < 100; i++) {
      message("c1", "n0", "{\"type\":\"read\"}", null);
    }
    assertThat(DrawnEvents.of(events, Optional.empty()).messages())
        .isEqualTo(DrawnEvents.MESSAGES_MAX);
  }
}
