package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.node.Bodies.Ping;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineInitTest {
  private static final String INIT = TestNode.INIT.formatted("['n1','n2']");
  private static final String INIT_OK = "n1 -> c0 {'type':'init_ok','in_reply_to':1}";

  @Test
  void constructsServerAtInit() {
    List<Object> seen = new ArrayList<>();
    TestNode node =
        TestNode.waiting(
            server -> {
              seen.add(server.id());
              seen.add(server.ids());
              seen.add(server.peers());
            });
    assertThat(seen).isEmpty();
    node.receive(INIT);
    assertThat(seen).containsExactly("n1", List.of("n1", "n2"), List.of("n2"));
  }

  @Test
  void initOkFollowsMessagesOfConstructor() {
    TestNode node =
        TestNode.waiting(
            server -> {
              server.send("n2", new Ping());
              server.on(Echo.class, request -> new EchoOk(request.body().echo()));
            });
    assertThat(node.answers(INIT)).containsExactly("n1 -> n2 {'type':'ping'}", INIT_OK);
    assertThat(node.answers("c1 -> n1 {'type':'echo','msg_id':2,'echo':'x'}"))
        .containsExactly("n1 -> c1 {'type':'echo_ok','in_reply_to':2,'echo':'x'}");
  }

  @Test
  void initWithoutIdIsNotAnswered() {
    List<String> constructed = new ArrayList<>();
    TestNode node = TestNode.waiting(server -> constructed.add(server.id()));
    assertThat(node.answers(INIT.replace("'msg_id':1,", ""))).isEmpty();
    assertThat(constructed).containsExactly("n1");
  }

  @Test
  void aSecondInitIsRefusedAndConstructsNothing() {
    List<String> constructed = new ArrayList<>();
    TestNode node = TestNode.waiting(server -> constructed.add(server.id()));
    node.receive(INIT);
    assertThat(node.answers("c0 -> n1 {'type':'init','msg_id':2,'node_id':'n9','node_ids':['n9']}"))
        .containsExactly(
            "n1 -> c0 {'type':'error','in_reply_to':2,'code':22,"
                + "'text':'this node is initialised already, as n1'}");
    assertThat(constructed).containsExactly("n1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'node_ids':['n1']",
        "'node_id':'n1'",
        "'node_id':'n1','node_ids':[]",
        "'node_id':'n1','node_ids':['n2','n3']",
        "'node_id':1,'node_ids':['n1']",
        "'node_id':'n1','node_ids':'n1'",
        "'node_id':'n1','node_ids':['n1',null]",
        "'node_id':null,'node_ids':['n1']",
      })
  void aMalformedInitIsRefusedAndARightOneMayFollow(String fields) {
    List<String> constructed = new ArrayList<>();
    TestNode node = TestNode.waiting(server -> constructed.add(server.id()));
    assertThat(node.answers("c0 -> n1 {'type':'init','msg_id':1," + fields + "}"))
        .singleElement()
        .asString()
        .startsWith("n1 -> c0 {'type':'error','in_reply_to':1,'code':12,")
        .contains("node_id");
    assertThat(constructed).isEmpty();
    assertThat(node.answers(INIT)).containsExactly(INIT_OK);
  }

  @Test
  void throwingConstructorIsAnsweredAsCrash() {
    IllegalStateException bug = new IllegalStateException("no disk");
    TestNode node =
        TestNode.waiting(
            server -> {
              throw bug;
            });
    assertThat(node.answers(INIT))
        .containsExactly(
            "n1 -> c0 {'type':'error','in_reply_to':1,'code':13,"
                + "'text':'java.lang.IllegalStateException: no disk'}");
    assertThat(node.log().entries())
        .anyMatch(entry -> entry.level() == System.Logger.Level.ERROR && entry.thrown() == bug);
    assertThat(node.answers("c1 -> n1 {'type':'echo','msg_id':2}"))
        .describedAs("still not initialised")
        .singleElement()
        .asString()
        .contains("'code':11");
  }

  @Test
  void requestsBeforeInitAreRefusedForNow() {
    TestNode node = TestNode.waiting(server -> server.on(Echo.class, request -> null));
    assertThat(node.answers("c1 -> n1 {'type':'echo','msg_id':5,'echo':'x'}"))
        .containsExactly(
            "n1 -> c1 {'type':'error','in_reply_to':5,'code':11,"
                + "'text':'this node waits for its init message'}");
    assertThat(node.answers("c1 -> n1 {'type':'echo','echo':'x'}")).isEmpty();
    assertThat(node.answers("n2 -> n1 {'type':'pong','in_reply_to':1,'count':1}")).isEmpty();
  }

  @Test
  void logsStartAtDebugLevelOnly() {
    TestNode node = TestNode.waiting(server -> {});
    node.receive(INIT);
    assertThat(node.log().messages(System.Logger.Level.DEBUG))
        .contains("initialised as n1 of [n1, n2]");
    assertThat(node.log().entries()).allMatch(entry -> entry.level() == System.Logger.Level.DEBUG);
  }
}
