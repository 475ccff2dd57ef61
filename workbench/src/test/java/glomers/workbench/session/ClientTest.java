package glomers.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.workbench.network.Latency;
import glomers.workbench.network.Network;
import glomers.workbench.session.Session.Reply;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client, and a node n0 that says what a test has it say. Calls wait for 5 s. */
class ClientTest {
  private static final long SECOND = 1_000_000_000L;

  record Ping() implements Body {}

  record PingOk() implements Body {}

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(1_000);
  private final Network network =
      new Network(scheduler, Latency.NONE, new RandomStreams(1), List.of());
  private final Client client = new Client("c1", network, scheduler);
  private final List<Message> requests = new ArrayList<>();
  private final List<Reply<PingOk>> replies = new ArrayList<>();

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @BeforeEach
  void connect() {
    network.connect("n0", (id, message) -> requests.add(message));
  }

  private void call() {
    client.call("n0", new Ping(), PingOk.class, 5 * SECOND, replies::add);
    scheduler.runUntil(scheduler.nowNanos());
  }

  private void answer(String body) {
    network.send(new Message("n0", "c1", json(body)));
    scheduler.runUntil(scheduler.nowNanos());
  }

  private Reply<PingOk> onlyReply() {
    assertThat(replies).hasSize(1);
    return replies.get(0);
  }

  @Test
  void numbersItsRequests() {
    call();
    assertThat(requests)
        .containsExactly(new Message("c1", "n0", json("{'type': 'ping', 'msg_id': 1}")));
  }

  @Test
  void aReplyOfTheDeclaredFormIsOk() {
    call();
    answer("{'type': 'ping_ok', 'in_reply_to': 1, 'msg_id': 9}");
    assertThat(onlyReply())
        .isEqualTo(
            new Reply.Ok<>(
                new PingOk(),
                new Message(
                    "n0", "c1", json("{'type': 'ping_ok', 'in_reply_to': 1, 'msg_id': 9}"))));
    scheduler.run();
    assertThat(replies).as("the timeout is off").hasSize(1);
  }

  @Test
  void passesOnErrorWithCodeAndText() {
    call();
    answer("{'type': 'error', 'code': 11, 'text': 'not now', 'in_reply_to': 1}");
    assertThat(onlyReply())
        .isEqualTo(new Reply.Failed<>(ErrorCode.TEMPORARILY_UNAVAILABLE, "not now"));
  }

  @Test
  void acceptsOwnErrorWithoutText() {
    call();
    answer("{'type': 'error', 'code': 1001, 'in_reply_to': 1}");
    assertThat(onlyReply())
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed -> {
              assertThat(failed.code().code()).isEqualTo(1001);
              assertThat(failed.code().definite()).isFalse();
              assertThat(failed.text()).isEmpty();
            });
  }

  @Test
  void anErrorsCodeMayBeAnIntegerOfAnySize() {
    call();
    answer("{'type': 'error', 'code': 18446744073709551615, 'in_reply_to': 1}");
    assertThat(onlyReply())
        .isInstanceOfSatisfying(
            Reply.Failed.class, failed -> assertThat(failed.code().definite()).isFalse());
  }

  @Test
  void timesOutExactlyAtTimeout() {
    call();
    scheduler.runUntil(5 * SECOND - 1);
    assertThat(replies).isEmpty();
    scheduler.runUntil(5 * SECOND);
    assertThat(onlyReply()).isEqualTo(new Reply.TimedOut<>());
  }

  @Test
  void aReplyAfterTheTimeoutIsIgnored() {
    call();
    scheduler.runUntil(5 * SECOND);
    answer("{'type': 'ping_ok', 'in_reply_to': 1}");
    answer("{'type': 'rubbish'}");
    assertThat(onlyReply()).isEqualTo(new Reply.TimedOut<>());
  }

  @Test
  void aReplyToAnOlderCallIsIgnored() {
    call();
    scheduler.runUntil(5 * SECOND);
    replies.clear();
    call();
    assertThat(requests.get(1).body()).isEqualTo(json("{'type': 'ping', 'msg_id': 2}"));
    answer("{'type': 'ping_ok', 'in_reply_to': 1}");
    assertThat(replies).isEmpty();
    answer("{'type': 'ping_ok', 'in_reply_to': 2}");
    assertThat(onlyReply()).isInstanceOf(Reply.Ok.class);
  }

  @Test
  void aSecondReplyIsIgnored() {
    call();
    answer("{'type': 'ping_ok', 'in_reply_to': 1}");
    answer("{'type': 'ping_ok', 'in_reply_to': 1}");
    assertThat(replies).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type': 'pong', 'in_reply_to': 1} | its type must be "ping_ok", but is "pong"
          {'type': 'ping_ok', 'x': 1, 'in_reply_to': 1} \
          | the field "x" does not belong there; leave it out
          {'type': 'ping_ok', 'msg_id': null, 'in_reply_to': 1} \
          | the field "msg_id" must be an integer, but is null. Leave the field out where
          {'type': 'error', 'in_reply_to': 1} | the field "code" is missing
          {'type': 'error', 'code': 'no', 'in_reply_to': 1} | the field "code" must be
          """)
  void aReplyOfAnotherFormIsMalformedAndTheTextShowsItAndItsRequest(String body, String problem) {
    call();
    answer(body);
    assertThat(onlyReply())
        .isInstanceOfSatisfying(
            Reply.Malformed.class,
            malformed ->
                assertThat(malformed.text())
                    .startsWith(
                        "node n0 was sent {\"type\":\"ping\",\"msg_id\":1} and replied "
                            + json(body))
                    .contains("which is malformed: " + problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type': 'ping_ok'} | the field "in_reply_to" is missing
          {'type': 'ping_ok', 'in_reply_to': '1'} \
          | the field "in_reply_to" must be an integer, but is "1"
          {'type': 'ping_ok', 'in_reply_to': null} \
          | the field "in_reply_to" must be an integer, but is null
          {'type': 'ping_ok', 'in_reply_to': 1.0} \
          | the field "in_reply_to" must be an integer, but is 1.0
          """)
  void whatRepliesToNothingIsSaidWhenNoReplyComes(String body, String problem) {
    call();
    answer(body);
    assertThat(replies).isEmpty();
    scheduler.run();
    assertThat(onlyReply())
        .isInstanceOfSatisfying(
            Reply.Malformed.class,
            malformed -> assertThat(malformed.text()).contains("which is malformed: " + problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'hello'}",
        "{'type': 'ping_ok'}",
        "{'type': 'ping_ok', 'in_reply_to': null}",
        "{'type': 'ping_ok', 'in_reply_to': 18446744073709551615}",
        "{'in_reply_to': 2}",
        "{}"
      })
  void aMessageThatRepliesToNothingIsNoReply(String body) {
    call();
    answer(body);
    answer("{'type': 'ping_ok', 'in_reply_to': 1}");
    assertThat(onlyReply()).isInstanceOf(Reply.Ok.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "12871662880363054819", "-18446744073709551616"})
  void idsOfRepliesMayBeIntegersOfAnySize(String id) {
    call();
    answer("{'type': 'ping_ok', 'in_reply_to': 1, 'msg_id': " + id + "}");
    assertThat(onlyReply()).isInstanceOf(Reply.Ok.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'list': null | in Go, a nil slice
          'map': null  | in Go, a nil map
          'map': {'9': null} | the field map."9" must be an integer, but is null. Leave out
          """)
  void nullIsExplainedInTheTermsOfLanguages(String field, String advice) {
    List<Reply<ListOk>> answers = new ArrayList<>();
    client.call("n0", new Ping(), ListOk.class, 5 * SECOND, answers::add);
    answer("{'type': 'list_ok', 'in_reply_to': 1, " + field + "}");
    assertThat(answers)
        .singleElement()
        .isInstanceOfSatisfying(
            Reply.Malformed.class, malformed -> assertThat(malformed.text()).contains(advice));
  }

  record ListOk(Optional<List<Long>> list, Optional<Map<String, Long>> map) implements Body {}

  @Test
  void refusesSecondCallAtSameTime() {
    call();
    assertThatThrownBy(this::call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("c1 waits for a reply already");
    assertThat(requests).hasSize(1);
  }

  @Test
  void allowsNextCallWithinCompletion() {
    client.call(
        "n0",
        new Ping(),
        PingOk.class,
        SECOND,
        first -> client.call("n0", new Ping(), PingOk.class, SECOND, replies::add));
    scheduler.run();
    assertThat(replies).containsExactly(new Reply.TimedOut<>());
    assertThat(scheduler.nowNanos()).isEqualTo(2 * SECOND);
    assertThat(requests).hasSize(2);
  }

  @Test
  void aClosedClientHearsNothingMore() {
    call();
    client.close();
    answer("{'type': 'ping_ok', 'in_reply_to': 1}");
    scheduler.run();
    assertThat(replies).isEmpty();
    assertThat(network.knows("c1")).as("nodes may still answer it").isTrue();
  }
}
