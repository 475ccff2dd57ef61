package glomers.workbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.protocol.Message;
import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.report.picture.Excerpt.Part;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageLabelsTest {
  private final List<TraceEvent> events = new ArrayList<>();
  private long ops;

  private MessageEnded message(String src, String dest, String body) {
    MessageEnded event =
        new MessageEnded(
            0,
            0,
            events.size(),
            new Message(
                src, dest, JsonParser.parseString(body.replace('\'', '"')).getAsJsonObject()),
            Optional.empty());
    events.add(event);
    return event;
  }

  private Op op(int process, OpType type, boolean isFinal) {
    Op op = new Op(ops++, 0, process, "n" + process, type, "txn", List.of(), null, null, isFinal);
    events.add(new TraceEvent.Operation(op));
    return op;
  }

  @ParameterizedTest
  @DisplayName("The names of fields stand where numbers alone would not tell what they are")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'broadcast','msg_id':1,'message':92}|broadcast 92",
        "{'type':'send','key':'8','msg':12}|send key=8 msg=12",
        "{'type':'send_ok','offset':0,'in_reply_to':1}|send_ok offset=0",
        "{'type':'poll','offsets':{'8':0,'9':3}}|poll key=8 offset=0, key=9 offset=3",
        "{'type':'poll_ok','msgs':{'8':[[0,12]]}}|poll_ok key=8 offset=0 msg=12",
        "{'type':'poll_ok','msgs':{'8':[[0,12],[1,13],[2,14]]}}|poll_ok key=8 offsets=0…2 msgs=12 13 14",
        "{'type':'poll_ok','msgs':{'8':[]}}|poll_ok key=8 no msgs",
        "{'type':'poll_ok','msgs':{'8':[7]}}|poll_ok key=8 msgs=[7]",
        "{'type':'list_committed_offsets_ok','offsets':{}}|list_committed_offsets_ok nothing",
        "{'type':'read','key':0}|read key=0",
        "{'type':'cas','key':1,'from':2,'to':3}|cas key=1 from=2 to=3",
        "{'type':'txn','txn':[['r',1,null]]}|txn [[r 1 null]]"
      })
  void namesFields(String body, String label) {
    MessageEnded event = message("c1", "n1", body);
    assertThat(new MessageLabels(events, Optional.empty()).of(event, 80)).isEqualTo(label);
  }

  @Test
  void namesTransactionsAsTheFindingDoes() {
    Op begun = op(1, OpType.INVOKE, false);
    MessageEnded request =
        message("c4", "n1", "{'type':'txn','txn':[['r',1,null],['r',2,null],['w',3,1],['r',4,5]]}");
    MessageEnded reply = message("n1", "c4", "{'type':'txn_ok','txn':[['r',1,null]]}");
    op(1, OpType.OK, false);
    MessageEnded later = message("c4", "n1", "{'type':'read'}");
    Finding finding =
        Finding.invalid(Rule.of("G0", ""), "T1 …")
            .with(
                new Exhibit.Transactions(
                    List.of(new Exhibit.Named("T1", begun, "…")), List.of(3L), List.of()));
    MessageLabels labels = new MessageLabels(events, Optional.of(finding));
    assertThat(labels.of(request, 44)).isEqualTo("T1 txn [… 2 more … [w 3 1] … 1 more …]");
    assertThat(labels.of(reply, 44)).isEqualTo("T1 txn_ok [[r 1 null]]");
    assertThat(labels.of(later, 44)).isEqualTo("read");
  }

  @Test
  void finalOperationsAreToldThatTheFindingRestsOn() {
    Op main = op(1, OpType.INVOKE, false);
    message("c1", "n1", "{'type':'read'}");
    op(1, OpType.OK, false);
    op(2, OpType.INVOKE, true);
    message("c2", "n2", "{'type':'read'}");
    op(2, OpType.OK, true);
    Finding finding = Finding.invalid(Rule.of("lost", ""), "…").withOps(List.of(main));
    assertThat(Excerpt.of(events, Optional.of(finding)))
        .extracting(Excerpt.Entry::part)
        .containsExactly(Part.TOLD, Part.TOLD, Part.ASIDE);
    assertThat(Excerpt.of(events, Optional.empty()))
        .extracting(Excerpt.Entry::part)
        .containsExactly(Part.TOLD, Part.TOLD, Part.TOLD);
  }

  @Test
  void whatServersRepeatIsCounted() {
    for (int i = 0; i < 5; i++) {
      message("n1", "n2", "{'type':'gossip','msg_id':" + i + ",'values':[1]}");
    }
    message("n1", "n2", "{'type':'gossip','values':[2]}");
    assertThat(Excerpt.of(events, Optional.empty()))
        .extracting(Excerpt.Entry::part)
        .containsExactly(
            Part.IF_ROOM, Part.REPEATED, Part.REPEATED, Part.REPEATED, Part.REPEATED, Part.IF_ROOM);
  }
}
