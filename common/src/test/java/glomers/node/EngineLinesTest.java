package glomers.node;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.protocol.Message;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are no messages, and what of lines is logged. */
class EngineLinesTest {
  private static final String ECHO = "c1 -> n1 {'type':'echo','msg_id':7,'echo':'x'}";
  private static final String ECHO_OK = "n1 -> c1 {'type':'echo_ok','in_reply_to':7,'echo':'x'}";

  private final TestNode node =
      TestNode.started(
          server -> server.on(Echo.class, request -> new EchoOk(request.body().echo())));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{",
        "[]",
        "{}",
        "{\"src\":\"c1\",\"dest\":\"n1\"}",
        "{\"src\":\"c1\",\"dest\":\"n1\",\"body\":[]}",
        "{\"src\":5,\"dest\":\"n1\",\"body\":{\"type\":\"echo\",\"msg_id\":1}}",
        "{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"echo\",\"msg_id\":\"1\"}}",
        "{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"echo\",\"in_reply_to\":null}}",
      })
  void aLineThatIsNoMessageIsLoggedAndSkipped(String line) {
    node.receiveLine(line);
    assertThat(node.sent()).isEmpty();
    assertThat(node.log().messages(WARNING))
        .singleElement()
        .asString()
        .startsWith("skipped a line: ")
        .endsWith(": " + line);
    assertThat(node.answers(ECHO)).containsExactly(ECHO_OK);
  }

  @Test
  void quotesBeginningOfLongLine() {
    node.receiveLine("x".repeat(1_000_000));
    assertThat(node.log().messages(WARNING).get(0))
        .endsWith("xxx… (1000000 characters)")
        .hasSizeLessThan(500);
  }

  @Test
  void repeatedComplaintsAreLoggedLessAndLess() {
    for (int i = 0; i < 10_000; i++) {
      node.receiveLine("nonsense " + i);
      node.receive("c1 -> n1 {'type':'echo','echo':5}");
      node.receive("c1 -> n2 {'type':'echo','echo':'x'}");
    }
    assertThat(node.log().messages(WARNING)).hasSizeLessThan(3 * 30);
    assertThat(node.log().messages(WARNING)).anyMatch(line -> line.endsWith(" more like this)"));
  }

  @Test
  void messagesForOtherNodesAreSkipped() {
    assertThat(node.answers(ECHO.replace("n1", "n2"))).isEmpty();
    assertThat(node.log().messages(WARNING))
        .containsExactly("skipped a message for n2: this node is n1");
  }

  @Test
  void logsMessagesAtDebugLevel() {
    node.receive(ECHO);
    assertThat(node.log().messages(DEBUG))
        .containsExactly(
            "received {\"src\":\"c1\",\"dest\":\"n1\","
                + "\"body\":{\"type\":\"echo\",\"msg_id\":7,\"echo\":\"x\"}}",
            "sent {\"src\":\"n1\",\"dest\":\"c1\","
                + "\"body\":{\"type\":\"echo_ok\",\"in_reply_to\":7,\"echo\":\"x\"}}");
  }

  private static Message message(String body) {
    return new Message("c1", "n1", JsonParser.parseString(body).getAsJsonObject());
  }

  @Test
  void messagesThatWereReadAlreadyAreHandledInTheSameWay() {
    node.receive(message("{'type':'echo','msg_id':7,'echo':'x'}"));
    assertThat(node.sent()).containsExactly(ECHO_OK);
    assertThat(node.log().messages(DEBUG).get(0))
        .isEqualTo(
            "received {\"src\":\"c1\",\"dest\":\"n1\","
                + "\"body\":{\"type\":\"echo\",\"msg_id\":7,\"echo\":\"x\"}}");
    node.receive(message("{'type':'echo','in_reply_to':'x'}"));
    assertThat(node.sent()).isEmpty();
    assertThat(node.log().messages(WARNING))
        .singleElement()
        .asString()
        .startsWith("skipped a line: the field \"in_reply_to\" must be an integer")
        .endsWith("\"body\":{\"type\":\"echo\",\"in_reply_to\":\"x\"}}");
  }

  @Test
  void noiseNeverFailsTheNode() {
    String line =
        "{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"echo\",\"msg_id\":1,\"echo\":\"x\"}}";
    for (int seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder broken = new StringBuilder(line);
      for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
        broken.setCharAt(random.nextInt(broken.length()), (char) random.nextInt(32, 127));
      }
      node.receiveLine(broken.toString());
    }
    assertThat(node.log().messages(ERROR)).isEmpty();
    assertThat(node.answers(ECHO)).containsExactly(ECHO_OK);
  }
}
