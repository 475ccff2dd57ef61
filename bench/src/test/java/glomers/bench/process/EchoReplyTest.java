package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoReplyTest {
  private static final String RIGHT =
      "{\"src\":\"n0\",\"dest\":\"c1\",\"body\":"
          + "{\"type\":\"echo_ok\",\"in_reply_to\":130,\"echo\":\"Please echo 2\"}}";

  @Test
  void aRightAnswerTellsWhatItAnswers() throws IOException {
    assertThat(EchoReply.check(RIGHT)).isEqualTo(130);
    assertThat(
            EchoReply.check(
                "{\"body\":{\"echo\":\"Please echo 1\",\"in_reply_to\":1,\"msg_id\":9,"
                    + "\"type\":\"echo_ok\"},\"dest\":\"c1\",\"src\":\"n0\",\"id\":7}"))
        .as("in another order, with more in it")
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "[]",
        "{'src':'n0','dest':'c1'}",
        "{'src':'n1','dest':'c1','body':{'type':'echo_ok','in_reply_to':1,'echo':'Please echo 1'}}",
        "{'src':'n0','dest':'c2','body':{'type':'echo_ok','in_reply_to':1,'echo':'Please echo 1'}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo','in_reply_to':1,'echo':'Please echo 1'}}",
        "{'src':'n0','dest':'c1','body':{'in_reply_to':1,'echo':'Please echo 1'}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','in_reply_to':1,'echo':'Please echo 2'}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','in_reply_to':1,'echo':null}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','in_reply_to':1,'echo':['a','b']}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','in_reply_to':1,'echo':{'a':1}}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','in_reply_to':1,'echo':1}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','in_reply_to':1}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','echo':'Please echo 1'}}",
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','in_reply_to':'1','echo':'Please echo 1'}}",
        // an id that is 1 if only its lower 32 bits are looked at
        "{'src':'n0','dest':'c1','body':{'type':'echo_ok','in_reply_to':4294967297,'echo':'Please echo 1'}}"
      })
  void aWrongAnswerIsRefusedAndShown(String answer) {
    String line = answer.replace('\'', '"');
    assertThatIOException()
        .isThrownBy(() -> EchoReply.check(line))
        .withMessage("a wrong answer to an echo: " + line);
  }

  @Test
  void theAnswerToAnotherEchoIsNoAnswer() throws IOException {
    EchoReply.check(RIGHT, 130);
    assertThatIOException()
        .isThrownBy(() -> EchoReply.check(RIGHT, 2))
        .withMessage("no answer to echo 2: " + RIGHT);
  }
}
