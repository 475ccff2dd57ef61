package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
  @Test
  void typeAndIdsAreOptional() {
    Message message = withBody("{}");
    assertThat(message.type()).isEmpty();
    assertThat(message.msgId()).isEmpty();
    assertThat(message.inReplyTo()).isEmpty();
  }

  @Test
  void typeAndNumbersAreThoseOfTheBody() {
    Message message = withBody("{\"type\":\"echo\",\"msg_id\":1,\"in_reply_to\":-2}");
    assertThat(message.type()).contains("echo");
    assertThat(message.msgId()).hasValue(1);
    assertThat(message.inReplyTo()).hasValue(-2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "true", "{}", "[\"echo\"]"})
  void aTypeThatIsNoStringIsNoType(String value) {
    assertThat(withBody("{\"type\":" + value + "}").type()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Integer.MAX_VALUE + 1L, Long.MAX_VALUE, Long.MIN_VALUE})
  void numbersMayBeAnyLong(long number) {
    assertThat(withBody("{\"msg_id\":" + number + "}").msgId()).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"1\"", "true", "{}", "[1]", "1.5", "1.0", "1e3"})
  void aNumberThatIsNoIntegerIsNamed(String value) {
    Message message = withBody("{\"msg_id\":" + value + ",\"in_reply_to\":" + value + "}");
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(message::msgId)
        .withMessageContaining("malformed-request (12)")
        .withMessageContaining("\"msg_id\" must be an integer, but is " + value);
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(message::inReplyTo)
        .withMessageContaining("\"in_reply_to\" must be an integer");
  }

  @Test
  void anIntegerBeyond64BitsIsNoMessageNumberOfANode() {
    Message message = withBody("{\"msg_id\":18446744073709551615}");
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(message::msgId)
        .withMessageContaining("is an integer of more than 64 bits: 18446744073709551615");
  }

  @Test
  void isEqualToTheSameIdsAndBody() {
    Message message = withBody("{\"type\":\"echo\",\"echo\":1}");
    Message same = Codec.decode(Codec.encode(message));
    assertThat(message).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(message).isNotEqualTo(withBody("{}"));
    assertThat(message).isNotEqualTo(new Message("x", "b", message.body()));
    assertThat(message).isNotEqualTo(new Message("a", "x", message.body()));
    assertThat(message).isNotEqualTo("a message");
    assertThat(message.hashCode()).isNotEqualTo(withBody("{}").hashCode());
    assertThat(message).hasToString("Message[src=a, dest=b, body={\"type\":\"echo\",\"echo\":1}]");
  }

  @Test
  void knowsWhetherItIsText() {
    Message tree = withBody("{\"type\":\"echo\"}");
    assertThat(tree.isText()).isFalse();
    assertThat(tree.text()).isNull();
    Message read = Codec.decode("{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"type\":\"echo\"}}");
    assertThat(read.isText()).isTrue();
    assertThat(read.text().json()).isEqualTo("{\"type\":\"echo\"}");
    Message escaped =
        Codec.decode("{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"type\":\"\\u0065cho\"}}");
    assertThat(escaped.isText()).isFalse();
    assertThat(escaped.type()).contains("echo");
  }

  @ParameterizedTest
  @ValueSource(ints = {49, 50, 51, 52})
  void makesTreesOfDeepBodies(int depth) {
    String body = "{\"echo\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    Message read = Codec.decode("{\"src\":\"a\",\"dest\":\"b\",\"body\":" + body + "}");
    assertThat(read.body()).hasToString(body);
  }

  private static Message withBody(String json) {
    return new Message("a", "b", JsonParser.parseString(json).getAsJsonObject());
  }
}
