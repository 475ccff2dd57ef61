package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.protocol.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineHandlersTest {
  private static final String ECHO = "c1 -> n1 {'type':'echo','msg_id':7,'echo':'x'}";
  private static final String ECHO_OK = "n1 -> c1 {'type':'echo_ok','in_reply_to':7,'echo':'x'}";
  private static final String ONE_WAY = "n2 -> n1 {'type':'echo','echo':'x'}";

  private final List<Request<Echo>> requests = new ArrayList<>();

  @Test
  void repliesWithResultOfHandler() {
    TestNode node = TestNode.started(server -> server.on(Echo.class, this::echo));
    assertThat(node.answers(ECHO)).containsExactly(ECHO_OK);
    assertThat(requests).containsExactly(new Request<>("c1", new Echo("x")));
  }

  @Test
  void handlesMessageWithoutIdWithoutReply() {
    TestNode node = TestNode.started(server -> server.on(Echo.class, this::echo));
    assertThat(node.answers(ONE_WAY)).isEmpty();
    assertThat(requests).hasSize(1);
  }

  @Test
  void replyNamesRequestAndNode() {
    TestNode node = TestNode.started(server -> server.on(Echo.class, this::echo));
    assertThat(node.answers("c1 -> n1 {'echo':'x','msg_id':-9223372036854775808,'type':'echo'}"))
        .containsExactly(
            "n1 -> c1 {'type':'echo_ok','in_reply_to':-9223372036854775808,'echo':'x'}");
  }

  @Test
  void sendsMessagesOfHandlerBeforeReply() {
    TestNode node =
        TestNode.started(
            server ->
                server.on(
                    Echo.class,
                    request -> {
                      server.peersExcept("n2").forEach(peer -> server.send(peer, request.body()));
                      return echo(request);
                    }));
    assertThat(node.answers(ECHO)).containsExactly("n1 -> n3 {'type':'echo','echo':'x'}", ECHO_OK);
  }

  @Test
  void completedStageIsAnsweredAtOnce() {
    TestNode node =
        TestNode.started(
            server ->
                server.onAsync(
                    Echo.class, request -> CompletableFuture.completedFuture(echo(request))));
    assertThat(node.answers(ECHO)).containsExactly(ECHO_OK);
    assertThat(node.answers(ONE_WAY)).isEmpty();
  }

  @Test
  void aStageThatCompletesLaterIsAnsweredThen() {
    TestNode node =
        TestNode.started(
            server ->
                server.onAsync(
                    Echo.class,
                    request -> {
                      CompletableFuture<EchoOk> later = new CompletableFuture<>();
                      server.after(Duration.ofSeconds(1), () -> later.complete(echo(request)));
                      return later;
                    }));
    assertThat(node.answers(ECHO)).isEmpty();
    assertThat(node.answers(ECHO.replace("7", "8"))).isEmpty();
    node.advance(Duration.ofMillis(999));
    assertThat(node.sent()).isEmpty();
    node.advance(Duration.ofMillis(1));
    assertThat(node.sent()).containsExactly(ECHO_OK, ECHO_OK.replace("7", "8"));
  }

  @Test
  void oneWayMessageHasNoReply() {
    TestNode node = TestNode.started(server -> server.onOneWay(Echo.class, requests::add));
    assertThat(node.answers(ECHO)).isEmpty();
    assertThat(node.answers(ONE_WAY)).isEmpty();
    assertThat(requests)
        .containsExactly(new Request<>("c1", new Echo("x")), new Request<>("n2", new Echo("x")));
  }

  static List<Consumer<Node>> registrations() {
    return List.of(
        node -> node.on(Echo.class, request -> new EchoOk("")),
        node -> node.onAsync(Echo.class, request -> new CompletableFuture<EchoOk>()),
        node -> node.onOneWay(Echo.class, request -> {}));
  }

  @ParameterizedTest
  @MethodSource("registrations")
  void registeringATypeTwiceThrowsAtOnce(Consumer<Node> first) {
    TestNode.started(
        server -> {
          first.accept(server);
          for (Consumer<Node> second : registrations()) {
            assertThatIllegalArgumentException()
                .isThrownBy(() -> second.accept(server))
                .withMessage("the message type \"echo\" has a handler already");
          }
        });
  }

  @Test
  void registeringWhatIsNoBodyThrowsAtOnce() {
    TestNode.started(
        server ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> server.on(Body.class, request -> new EchoOk("")))
                .withMessageContaining("is no record"));
  }

  @Test
  void handlersMayBeRegisteredAfterTheConstructor() {
    List<Node> nodes = new ArrayList<>();
    TestNode node = TestNode.started(nodes::add);
    assertThat(node.answers(ECHO)).singleElement().asString().contains("'code':10");
    nodes.get(0).on(Echo.class, this::echo);
    assertThat(node.answers(ECHO)).containsExactly(ECHO_OK);
  }

  private EchoOk echo(Request<Echo> request) {
    requests.add(request);
    return new EchoOk(request.body().echo());
  }
}
