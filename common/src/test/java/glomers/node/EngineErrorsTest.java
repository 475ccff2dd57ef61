package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.PeerBody;
import glomers.protocol.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request is answered with that does not end well. */
class EngineErrorsTest {
  private static final String ECHO = "c1 -> n1 {'type':'echo','msg_id':7,'echo':'x'}";

  /** A body that nests too deep to be written. */
  record Deep(List<Deep> inner) implements Body {
    static Deep bottomless() {
      Deep deep = new Deep(List.of());
      for (int i = 0; i < 100_000; i++) {
        deep = new Deep(List.of(deep));
      }
      return deep;
    }

    @Override
    public String toString() {
      return "Deep";
    }
  }

  /** Every way to register a handler that fails, or answers what can't be sent. */
  static List<Consumer<Node>> crashes() {
    return List.of(
        throwing(() -> new IllegalStateException("oops")),
        throwing(() -> new NullPointerException()),
        throwing(() -> new StackOverflowError()),
        throwing(() -> new AssertionError("oops")),
        node -> node.on(Echo.class, request -> overflow(0)),
        node -> node.on(Echo.class, request -> null),
        node -> node.on(Echo.class, request -> new EchoOk(null)),
        node -> node.on(Echo.class, request -> new Body() {}),
        node -> node.on(Echo.class, request -> Deep.bottomless()),
        node -> node.onOneWay(Echo.class, request -> overflow(0)),
        node -> node.onAsync(Echo.class, request -> null),
        async(request -> CompletableFuture.completedFuture(null)),
        async(request -> CompletableFuture.completedFuture(new EchoOk(null))),
        async(request -> CompletableFuture.completedFuture(Deep.bottomless())),
        async(request -> CompletableFuture.failedFuture(new IllegalStateException("oops"))),
        async(request -> CompletableFuture.failedFuture(new StackOverflowError())),
        async(request -> CompletableFuture.failedFuture(new CompletionException("oops", null))),
        async(request -> CompletableFuture.completedFuture(1).thenApply(one -> overflow(one))));
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void failingHandlerIsAnsweredAsCrash(Consumer<Node> server) {
    TestNode node = TestNode.started(server);
    assertThat(node.answers(ECHO))
        .singleElement()
        .asString()
        .startsWith("n1 -> c1 {'type':'error','in_reply_to':7,'code':13,'text':'");
    assertThat(node.log().entries())
        .anyMatch(entry -> entry.level() == System.Logger.Level.ERROR && entry.thrown() != null);
  }

  @Test
  void theLogNamesWhoSentIt() {
    TestNode node = TestNode.started(throwing(() -> new IllegalStateException("oops")));
    node.receive(ECHO);
    assertThat(node.log().messages(System.Logger.Level.ERROR))
        .containsExactly("a handler failed on a message of c1");
  }

  @Test
  void refusalsAreLoggedAsWarningsOnlyWhereNobodyIsAnswered() {
    TestNode node = TestNode.started(throwing(() -> new RpcException(ErrorCode.ABORT, "not now")));
    node.receive(ECHO);
    assertThat(node.log().messages(System.Logger.Level.WARNING)).isEmpty();
    assertThat(node.log().messages(System.Logger.Level.DEBUG))
        .contains("answered c1: abort (14), not now");
    node.receive(ECHO.replace("'msg_id':7,", ""));
    assertThat(node.log().messages(System.Logger.Level.WARNING))
        .containsExactly("could not take a message of c1: abort (14), not now");
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void failingHandlerWithoutRequestIdAnswersNothing(Consumer<Node> server) {
    TestNode node = TestNode.started(server);
    assertThat(node.answers("c1 -> n1 {'type':'echo','echo':'x'}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1001, not-leader, true", "14, abort, true", "22, precondition-failed, true"})
  void anRpcExceptionIsAnsweredWithItsOwnCode(int number, String name, boolean definite) {
    ErrorCode code = new ErrorCode(number, name, definite);
    String expected =
        "n1 -> c1 {'type':'error','in_reply_to':7,'code':" + number + ",'text':'why'}";
    for (Consumer<Node> server :
        List.of(
            throwing(() -> new RpcException(code, "why")),
            async(request -> CompletableFuture.failedFuture(new RpcException(code, "why"))),
            async(
                request ->
                    CompletableFuture.completedFuture(1)
                        .thenApply(
                            one -> {
                              throw new RpcException(code, "why");
                            })))) {
      TestNode node = TestNode.started(server);
      assertThat(node.answers(ECHO)).containsExactly(expected);
      assertThat(node.answers("c1 -> n1 {'type':'echo','echo':'x'}")).isEmpty();
      assertThat(node.log().messages(System.Logger.Level.ERROR)).isEmpty();
    }
  }

  @Test
  void answersRpcExceptionWithoutText() {
    TestNode node = TestNode.started(throwing(() -> new RpcException(ErrorCode.ABORT, null)));
    assertThat(node.answers(ECHO))
        .containsExactly("n1 -> c1 {'type':'error','in_reply_to':7,'code':14}");
  }

  @Test
  void aTypeWithoutAHandlerIsNotSupported() {
    TestNode node = TestNode.started(server -> {});
    assertThat(node.answers(ECHO))
        .containsExactly(
            "n1 -> c1 {'type':'error','in_reply_to':7,'code':10,"
                + "'text':'this node has no handler for messages of type echo'}");
    assertThat(node.answers("c1 -> n1 {'type':'echo'}")).isEmpty();
    assertThat(node.log().messages(System.Logger.Level.WARNING))
        .singleElement()
        .asString()
        .contains("c1", "not-supported", "echo");
  }

  record Gossip() implements PeerBody {}

  @Test
  void takesPeerBodiesFromNodesOnly() {
    List<String> senders = new ArrayList<>();
    TestNode node =
        TestNode.started(
            server -> server.onOneWay(Gossip.class, request -> senders.add(request.src())));
    assertThat(node.answers("c1 -> n1 {'type':'gossip','msg_id':7}"))
        .containsExactly(
            "n1 -> c1 {'type':'error','in_reply_to':7,'code':10,"
                + "'text':'messages of type gossip are taken from the nodes of the cluster only,"
                + " not from c1'}");
    assertThat(node.answers("c1 -> n1 {'type':'gossip'}")).isEmpty();
    assertThat(node.answers("n2 -> n1 {'type':'gossip'}")).isEmpty();
    assertThat(node.answers("n1 -> n1 {'type':'gossip'}")).isEmpty();
    assertThat(senders).containsExactly("n2", "n1");
  }

  record Keep(JsonElement value) implements Body {}

  @Test
  void takesFromClientsWhatNodesCanPassOn() {
    List<String> senders = new ArrayList<>();
    TestNode node =
        TestNode.started(
            server -> server.onOneWay(Keep.class, request -> senders.add(request.src())));
    String body = " -> n1 {'type':'keep','msg_id':7,'value':";
    assertThat(node.answers("c1" + body + nested(199) + "}")).isEmpty();
    assertThat(node.answers("c2" + body + nested(200) + "}"))
        .containsExactly(
            "n1 -> c2 {'type':'error','in_reply_to':7,'code':12,"
                + "'text':'the body nests deeper than 200 levels: send it as a text'}");
    assertThat(node.answers("n2" + body + nested(210) + "}")).isEmpty();
    assertThat(senders).containsExactly("c1", "n2");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'type':null", ",'type':5", ",'type':['echo']"})
  void aBodyWithoutATypeIsMalformed(String type) {
    TestNode node = TestNode.started(server -> {});
    assertThat(node.answers("c1 -> n1 {'msg_id':7" + type + "}"))
        .singleElement()
        .asString()
        .contains("'in_reply_to':7,'code':12,", "type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'echo':null", ",'echo':5", ",'echo':{'a':1}", ",'Echo':'x'"})
  void aMalformedFieldIsNamedAndTheHandlerNotCalled(String field) {
    TestNode node = TestNode.started(throwing(() -> new AssertionError("called")));
    assertThat(node.answers("c1 -> n1 {'type':'echo','msg_id':7" + field + "}"))
        .singleElement()
        .asString()
        .contains("'in_reply_to':7,'code':12,", "the field \\'echo\\'");
    assertThat(node.answers("c1 -> n1 {'type':'echo'" + field + "}")).isEmpty();
  }

  @Test
  void theNodeServesOnAfterAnyError() {
    TestNode node =
        TestNode.started(
            server ->
                server.on(
                    Echo.class,
                    request ->
                        request.body().echo().equals("x") ? overflow(0) : new EchoOk("fine")));
    for (int i = 0; i < 3; i++) {
      assertThat(node.answers(ECHO)).singleElement().asString().contains("'code':13");
      assertThat(node.answers("c1 -> n1 {'type':'echo','msg_id':8,'echo':'y'}"))
          .containsExactly("n1 -> c1 {'type':'echo_ok','in_reply_to':8,'echo':'fine'}");
    }
  }

  private interface Failure {
    Throwable make();
  }

  private static Consumer<Node> throwing(Failure failure) {
    return node ->
        node.on(
            Echo.class,
            request -> {
              Throwable thrown = failure.make();
              if (thrown instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) thrown;
            });
  }

  private static Consumer<Node> async(
      Function<Request<Echo>, CompletionStage<? extends Body>> handler) {
    return node -> node.onAsync(Echo.class, handler);
  }

  private static EchoOk overflow(int depth) {
    return depth < 0 ? new EchoOk("") : overflow(depth + 1 & Integer.MAX_VALUE);
  }
}
