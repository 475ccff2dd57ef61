package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.run.RawCluster.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes that break the protocol: the test ends, and says which node and what to do about it. */
class BrokenNodesTest {
  private static final long MS = 1_000_000L;

  private static Trace failed(SimulatedTest test) {
    Trace trace = test.run();
    assertThat(trace.outcome().failure()).as(trace.explain()).isPresent();
    return trace;
  }

  /** Three nodes, of which n1 answers its first echo by this line. */
  private static Trace failed(String line) {
    return failed(
        SimulatedTest.of(
                "echo",
                Script.afterInit(
                    (node, message, out) ->
                        out.accept(
                            node.equals("n1")
                                ? line.replace("CLIENT", message.src())
                                : RawCluster.reply(message, echoOk(message)))))
            .nodes(3));
  }

  private static String echoOk(glomers.protocol.Message request) {
    return "{\"type\": \"echo_ok\", \"echo\": " + request.body().get("echo") + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          INFO started | is no message: this is not well-formed JSON | logs belong on standard error
          `` | is no message | print messages on standard output and nothing else
          [1, 2] | a message must be a JSON object | print messages on standard output
          {"src": "n1", "dest": "CLIENT"} | the field "body" is missing | print messages such as
          {"src": "n1", "dest": "CLIENT", "body": 5} | the field "body" must be | print messages
          {"src": "n1", "dest": "CLIENT", "id": null, "body": {}} | the field "id" must be | print
          {"src": "n1", "dest": "CLIENT", "id": "x", "body": {}} | the field "id" must be | print
          {"src": "n1", "dest": "CLIENT", "id": 1.5, "body": {}} | the field "id" must be | print
          {"src": "n1", "dest": "CLIENT", "time": 1, "body": {}} | the field "time" does not | print
          {"src": "n2", "dest": "CLIENT", "body": {}} | its src is n2, not n1 | set src to the node's
          {"type": "echo_ok", "code": 1} | the fields "src", "dest" and "body" are missing | such as
          {"src": "n1", "dest": "CLIENT", "type": "echo_ok"} | the field "body" is missing | such as
          {'src': 'n1'} | is not well-formed JSON | Python shows a dict
          { | is not well-formed JSON | on a single line
          map[body:map[]] | is no message | use json.Marshal
          {"src": "n1", "dest": "seq_kv", "body": {}} | there is no seq_kv \
          | the services are lin-kv, lin-tso, lww-kv and seq-kv
          {"src": "c99", "dest": "n2", "body": {}} | its src is c99, not n1 | set src to the node's
          {"src": "n1", "dest": "n7", "body": {}} | there is no n7 | set dest to that of a node
          {"src": "n1", "dest": "", "body": {}} | there is no | set dest to that of a node
          """)
  void aLineThatCanNotBeDelivered(String line, String problem, String remedy) {
    Trace trace = failed(line);
    assertThat(trace.failure())
        .startsWith("Node n1 ")
        .contains(problem)
        .contains("\n    " + line.split("CLIENT")[0])
        .contains("What to do: ")
        .contains(remedy)
        .contains("The last lines that it printed on standard error:\n    the last words of n1");
    assertThat(trace.endNanos()).as("at once, not at the time limit").isLessThan(20_000 * MS);
  }

  @Test
  void aLongLineIsQuotedInPart() {
    String failure = failed("x".repeat(100_000)).failure();
    assertThat(failure).contains("… (100000 characters)").hasSizeLessThan(2_000);
  }

  @Test
  void onlyTheFirstOfManyFailuresIsReported() {
    Trace trace =
        failed(
            SimulatedTest.of(
                    "echo",
                    (node, message, out) -> {
                      out.accept("first of " + node);
                      out.accept("second of " + node);
                    })
                .nodes(3));
    assertThat(trace.failure()).startsWith("Node n0").contains("first of").doesNotContain("second");
  }

  @Test
  void aProgramThatEndsAtItsStart() {
    assertThat(failed(SimulatedTest.of("echo", exits("init")).nodes(1)).failure())
        .startsWith("Node n0 exited with status 1 at its start, before it had answered init")
        .contains("run the program by itself")
        .contains("the last words of n0");
    assertThat(failed(SimulatedTest.of("echo", exits("echo")).nodes(1)).failure())
        .startsWith("Node n0 exited with status 1 in the middle of the test");
  }

  private static Script exits(String type) {
    return Script.until(type, RawCluster.EXIT);
  }

  @Test
  void whatTheClusterHintsAtIsShown() {
    assertThat(failed(SimulatedTest.of("echo", ignores("n0", "init")).nodes(1)).failure())
        .endsWith("\n\nA hint at n0.");
  }

  @Test
  void aNodeThatNeverAnswersInit() {
    Trace trace = failed(SimulatedTest.of("echo", ignores("n1", "init")).nodes(3));
    assertThat(trace.failure())
        .startsWith("Node n1 did not answer init within 10 s")
        .contains("What to do: answer by init_ok with in_reply_to set to the request's msg_id");
    assertThat(trace.endNanos()).isBetween(10_000 * MS, 10_500 * MS);
    assertThat(trace.ops()).isEmpty();
    assertThat(trace.outcome().rate()).isEmpty();
  }

  @Test
  void aNodeThatNeverAnswersTopology() {
    Trace trace = failed(SimulatedTest.of("broadcast", ignores("n2", "topology")).nodes(3));
    assertThat(trace.failure()).startsWith("Node n2 did not answer topology within 5 s");
    assertThat(trace.endNanos()).isBetween(5_000 * MS, 5_500 * MS);
  }

  private static Script ignores(String ignoring, String type) {
    return (node, message, out) -> {
      String received = message.type().orElseThrow();
      if (!node.equals(ignoring) || !received.equals(type)) {
        out.accept(RawCluster.reply(message, "{\"type\": \"" + received + "_ok\"}"));
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type": "error", "code": 11, "text": "not yet"} \
          | answered init by the error temporarily-unavailable (11): not yet | answer it by init_ok
          {"type": "init_ok", "node_id": "n0"} \
          | the field "node_id" does not belong there; leave it out | send exactly the declared
          {"type": "init_okay"} \
          | its type must be "init_ok", but is "init_okay" | send exactly the declared fields
          """)
  void anAnswerToInitThatIsNone(String body, String problem, String remedy) {
    Trace trace =
        failed(
            SimulatedTest.of(
                "echo", (node, message, out) -> out.accept(RawCluster.reply(message, body))));
    assertThat(trace.failure()).startsWith("Node n0 ").contains(problem).contains(remedy);
  }

  @Test
  void aServerThatCanNotBeConstructed() {
    Trace trace =
        failed(
            SimulatedTest.of(
                "echo",
                node -> {
                  throw new IllegalStateException("no config");
                }));
    assertThat(trace.failure())
        .startsWith("Node n0 answered init by the error crash (13)")
        .contains("no config");
  }

  @Test
  void aTopologyOkThatStillCarriesTheTopology() {
    Trace trace = failed(SimulatedTest.of("broadcast", BrokenBroadcast.TopologyEcho::new).nodes(3));
    assertThat(trace.failure())
        .startsWith("Node n0 answered topology in a wrong form")
        .contains("the field \"topology\" does not belong there; leave it out");
  }
}
