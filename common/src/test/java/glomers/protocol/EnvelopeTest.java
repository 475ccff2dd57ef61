package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  private static Optional<Envelope> envelope(String body) {
    return Envelope.of(
        "{'id':1,'src':'c1','dest':'n1','body':%s}".formatted(body).replace('\'', '"'));
  }

  @Test
  void namesARequest() {
    assertThat(envelope("{'list':[1,[2],{'a':{}}],'msg_id':7,'type':'echo'}"))
        .contains(new Envelope("c1", "n1", OptionalLong.of(7)));
  }

  @Test
  void repliesExpectNoReply() {
    assertThat(envelope("{'msg_id':7,'in_reply_to':1}"))
        .map(Envelope::msgId)
        .contains(OptionalLong.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{'msg_id':'x'}", "{'msg_id':1.5}", "5", ""})
  void isEmptyForWhatIsNoMessage(String body) {
    assertThat(envelope(body)).isEmpty();
  }
}
