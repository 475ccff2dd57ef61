package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.protocol.ErrorCode;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.OpType;
import glomers.workbench.session.ScriptedRpc;
import glomers.workbench.session.Session.Completion;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSessionTest {
  private final ScriptedRpc node = new ScriptedRpc();
  private final KafkaSession session = new KafkaSession(node);
  private final List<Completion> completions = new ArrayList<>();

  private void begin(String f, KafkaOp what) {
    session.invoke(new Invocation(f, what), completions::add);
  }

  private void ended(OpType type, String value) {
    assertThat(completions).hasSize(1);
    Completion completion = completions.remove(0);
    assertThat(completion.type()).isEqualTo(type);
    assertThat(Edn.print(completion.value())).isEqualTo(value);
    assertThat(completion.exception()).isNull();
  }

  private void assign(String committed, String... keys) {
    begin("assign", Assign.request(List.of(keys)));
    node.reply("{\"type\": \"list_committed_offsets_ok\", \"offsets\": " + committed + "}");
    completions.clear();
  }

  /** Begins a poll, which must send this request. */
  private ScriptedRpc poll(String offsets) {
    begin("poll", Poll.REQUEST);
    return node.expect("{\"type\":\"poll\",\"offsets\":" + offsets + "}");
  }

  private static String pollOk(String messages) {
    return "{\"type\": \"poll_ok\", \"msgs\": " + messages + "}";
  }

  private void commitOk() {
    node.reply("{\"type\": \"commit_offsets_ok\"}");
  }

  @Test
  void sendTellsTheOffset() {
    begin("send", new Send("k", 5L, null));
    node.expect("{\"type\":\"send\",\"key\":\"k\",\"msg\":5}");
    node.reply("{\"type\": \"send_ok\", \"offset\": 9007199254740992}");
    ended(OpType.OK, "[[:send \"k\" [9007199254740992 5]]]");
  }

  @Test
  void failedSendKeepsItsArgument() {
    begin("send", new Send("k", 5L, null));
    node.fail(ErrorCode.TEMPORARILY_UNAVAILABLE);
    ended(OpType.FAIL, "[[:send \"k\" 5]]");
    begin("send", new Send("k", 6L, null));
    node.timeOut();
    ended(OpType.INFO, "[[:send \"k\" 6]]");
  }

  @Test
  void newClientAsksForNothing() {
    poll("{}").reply(pollOk("{}"));
    ended(OpType.OK, "[[:poll {}]]");
  }

  @Test
  void pollCommitsAndAdvances() {
    assign("{\"k\": 3}", "j", "k");
    poll("{\"j\":0,\"k\":3}").reply(pollOk("{\"k\": [[3, 7], [5, 8]], \"j\": []}"));
    assertThat(completions).isEmpty();
    node.expect("{\"type\":\"commit_offsets\",\"offsets\":{\"k\":5}}");
    commitOk();
    ended(OpType.OK, "[[:poll {\"k\" [[3 7] [5 8]], \"j\" []}]]");
    poll("{\"j\":0,\"k\":6}");
  }

  @Test
  @DisplayName("a poll whose commit fails keeps its messages, and the client goes on behind them")
  void refusedCommitFailsThePoll() {
    assign("{}", "k");
    poll("{\"k\":0}").reply(pollOk("{\"k\": [[0, 7]]}"));
    node.fail(ErrorCode.TXN_CONFLICT);
    ended(OpType.FAIL, "[[:poll {\"k\" [[0 7]]}]]");
    poll("{\"k\":1}").reply(pollOk("{\"k\": [[1, 8]]}"));
    node.timeOut();
    ended(OpType.INFO, "[[:poll {\"k\" [[1 8]]}]]");
  }

  @Test
  void pollWithoutAnswerTellsNoMessages() {
    poll("{}").timeOut();
    ended(OpType.INFO, "[[:poll]]");
  }

  @Test
  void assignTellsWhatWasListed() {
    begin("assign", Assign.request(List.of("j", "k")));
    node.expect("{\"type\":\"list_committed_offsets\",\"keys\":[\"j\",\"k\"]}");
    node.reply("{\"type\": \"list_committed_offsets_ok\", \"offsets\": {\"k\": 3}}");
    ended(OpType.OK, "{:keys [\"j\" \"k\"], :committed {\"k\" 3}}");
  }

  @Test
  void unansweredAssignFailsAndChangesNothing() {
    assign("{}", "k");
    begin("assign", Assign.request(List.of("j")));
    node.timeOut();
    ended(OpType.FAIL, "{:keys [\"j\"]}");
    poll("{\"k\":0}");
  }

  @Test
  void seekAsksNobody() {
    assign("{\"k\": 3}", "k");
    begin("assign", Assign.fromBeginning(List.of("k")));
    node.expectNothing();
    ended(OpType.OK, "{:keys [\"k\"], :seek-to-beginning? true}");
    poll("{\"k\":0}");
  }

  @Test
  void crashAsksNobodyAndIsUnknown() {
    begin("crash", new KafkaOp.Crash());
    node.expectNothing();
    ended(OpType.INFO, "nil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"k\": [[0]]}",
        "{\"k\": [[0, 1, 2]]}",
        "{\"k\": [[\"0\", 1]]}",
        "{\"k\": [[0.5, 1]]}",
        "{\"k\": [[1.0, 1]]}",
        "{\"k\": [[-1, 1]]}",
        "{\"k\": [[9007199254740993, 1]]}",
        "{\"k\": [[123456789012345678901234567890, 1]]}",
        "{\"k\": [[null, 1]]}",
        "{\"k\": [null]}",
        "{\"k\": [5]}",
        "{\"k\": null}",
        "[]"
      })
  void malformedMessagesAreAnException(String messages) {
    poll("{}").reply(pollOk(messages));
    assertThat(completions.get(0).type()).isEqualTo(OpType.INFO);
    assertThat(completions.get(0).exception()).isEqualTo("malformed-rpc-response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"k\": null}", "{\"k\": \"3\"}", "{\"k\": -1}", "[3]"})
  void malformedCommittedOffsetsAreAnException(String offsets) {
    begin("assign", Assign.request(List.of("k")));
    node.reply("{\"type\": \"list_committed_offsets_ok\", \"offsets\": " + offsets + "}");
    assertThat(completions.get(0).exception()).isEqualTo("malformed-rpc-response");
  }

  @Test
  void messagesOfAnyKindAreTakenOver() {
    poll("{}").reply(pollOk("{\"k\": [[0, null], [1, \"x\"], [2, [1]]]}"));
    commitOk();
    ended(OpType.OK, "[[:poll {\"k\" [[0 nil] [1 \"x\"] [2 [1]]]}]]");
  }
}
