package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Validity;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.run.RawCluster.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies of the wrong form end one operation, not the test. */
class MalformedRepliesTest {
  /** Answers each request by a message with this body; REQUEST is the request's number. */
  private static Trace answering(String body) {
    Script script =
        Script.afterInit(
            (node, message, out) ->
                out.accept(
                    RawCluster.line(
                        node,
                        message.src(),
                        body.replace("REQUEST", "" + message.msgId().orElseThrow())
                            .replace("ECHO", message.body().get("echo").toString()))));
    return SimulatedTest.of("echo", script).nodes(2).seconds(11).run();
  }

  @Test
  void theRightAnswerIsValid() {
    Trace trace = answering("{\"type\": \"echo_ok\", \"echo\": ECHO, \"in_reply_to\": REQUEST}");
    assertThat(trace.validity()).as(trace.explain()).isEqualTo(Validity.VALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type": "echo_ok", "echo": ECHO} | the field "in_reply_to" is missing
          {"type": "echo_ok", "in_reply_to": REQUEST} | the field "echo" is missing
          {"type": "echo", "echo": ECHO, "in_reply_to": REQUEST} | its type must be "echo_ok"
          {"type": "echo_ok", "echo": ECHO, "msg_id": null, "in_reply_to": REQUEST} \
          | the field "msg_id" must be an integer, but is null
          {"type": "echo_ok", "echo": ECHO, "msg_id": "1", "in_reply_to": REQUEST} \
          | the field "msg_id" must be an integer, but is "1"
          {"type": "echo_ok", "echo": ECHO, "msg_id": 1.0, "in_reply_to": REQUEST} \
          | the field "msg_id" must be an integer, but is 1.0
          {"type": "echo_ok", "echo": ECHO, "msg_id": [1], "in_reply_to": REQUEST} \
          | the field "msg_id" must be an integer, but is [1]
          {"type": "echo_ok", "echo": ECHO, "in_reply_to": null} \
          | the field "in_reply_to" must be an integer, but is null
          {"type": "echo_ok", "echo": ECHO, "ok": 1, "in_reply_to": REQUEST} \
          | the field "ok" does not belong there; leave it out
          """)
  void anotherFormIsInvalidAndTheHistorySaysWhy(String body, String problem) {
    Trace trace = answering(body);
    assertThat(trace.outcome().failure()).isEmpty();
    assertThat(trace.validity()).as(trace.explain()).isEqualTo(Validity.INVALID);
    List<Op> ended = trace.ops(op -> !op.isInvoke());
    assertThat(ended).hasSizeGreaterThan(2);
    assertThat(ended)
        .allSatisfy(
            op -> {
              assertThat(op.type()).isEqualTo(OpType.INFO);
              assertThat(op.exception()).isEqualTo("malformed-rpc-response");
              assertThat(op.error()).asString().contains("which is malformed: " + problem);
            });
    assertThat(trace.result("exceptions").toEdn().toString()).contains("malformed-rpc-response");
  }

  @Test
  void workerContinuesAsNewProcess() {
    Trace trace = answering("{\"type\": \"echo_ok\", \"in_reply_to\": REQUEST}");
    List<Integer> processes =
        trace.ops(Op::isInvoke).stream()
            .filter(op -> op.node().equals("n1"))
            .map(Op::process)
            .toList();
    assertThat(processes).hasSizeGreaterThan(5);
    for (int i = 0; i < processes.size(); i++) {
      assertThat(processes.get(i)).isEqualTo(1 + 2 * i);
    }
  }

  /** An answer to another call is no answer; the operation times out. */
  @Test
  void anAnswerToAnotherRequestIsIgnored() {
    Trace trace = answering("{\"type\": \"echo_ok\", \"echo\": ECHO, \"in_reply_to\": 77}");
    assertThat(trace.validity()).isEqualTo(Validity.INVALID);
    assertThat(trace.ops(op -> !op.isInvoke()))
        .isNotEmpty()
        .allMatch(op -> op.error().toString().equals(":net-timeout"));
  }
}
