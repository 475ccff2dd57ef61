package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages to lines. */
class CodecEncodeTest {
  record EchoOk(String echo) implements Body {}

  record ReadOk(Set<Integer> values, Map<String, List<Integer>> topology, Optional<Integer> version)
      implements Body {}

  record Measured(double value) implements Body {}

  record Done() implements Body {}

  @Test
  void writesProtocolFieldsFirst() {
    String line =
        Codec.encode("n1", "c2", new EchoOk("hi"), OptionalLong.of(3), OptionalLong.of(4));
    assertThat(line)
        .isEqualTo(
            """
            {"src":"n1","dest":"c2",\
            "body":{"type":"echo_ok","msg_id":3,"in_reply_to":4,"echo":"hi"}}""");
  }

  @Test
  void omitsAbsentProtocolIds() {
    assertThat(encode(new Done()))
        .isEqualTo("{\"src\":\"n1\",\"dest\":\"c2\",\"body\":{\"type\":\"done\"}}");
  }

  @Test
  void anEmptyOptionalIsLeftOut() {
    assertThat(encode(new ReadOk(Set.of(5), Map.of("n1", List.of(1, 2)), Optional.empty())))
        .contains("{\"type\":\"read_ok\",\"values\":[5],\"topology\":{\"n1\":[1,2]}}");
    assertThat(encode(new ReadOk(Set.of(), Map.of(), Optional.of(9))))
        .contains("{\"type\":\"read_ok\",\"values\":[],\"topology\":{},\"version\":9}");
  }

  @Test
  void writesNoLineBreak() {
    String text = "a\nb\r\nc\u2028d\u2029e\u0085f\u0000\t\"\\</script>'&=";
    String line = encode(new EchoOk(text));
    assertThat(line).doesNotContain("\n", "\r").contains("</script>'&=");
    assertThat(Codec.body(Codec.decode(line).body(), EchoOk.class)).isEqualTo(new EchoOk(text));
  }

  @Test
  void aNullComponentIsRefusedAndNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encode(new EchoOk(null)))
        .withMessageContaining("EchoOk.echo is null");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatJsonHasNoNumberForIsRefused(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> encode(new Measured(value)));
  }

  @Test
  void writesJsonBodyAsItIs() {
    String body = "{\"type\":\"x\",\"n\":1.0,\"none\":null,\"text\":\"a\\nb<>\",\"msg_id\":3}";
    Message message = new Message("a\"", "b", JsonParser.parseString(body).getAsJsonObject());
    String line = Codec.encode(message);
    assertThat(line).isEqualTo("{\"src\":\"a\\\"\",\"dest\":\"b\",\"body\":" + body + "}");
    assertThat(Codec.decode(line)).isEqualTo(message);
  }

  @Test
  void writesTheNetworksNumberFirst() {
    Message message = Codec.decode("{\"src\":\"a\",\"dest\":\"b\",\"body\": {\"n\": [1, 2]}}");
    assertThat(Codec.encode(7, message))
        .isEqualTo("{\"id\":7,\"src\":\"a\",\"dest\":\"b\",\"body\":{\"n\":[1,2]}}");
  }

  private static String encode(Body body) {
    return Codec.encode("n1", "c2", body, OptionalLong.empty(), OptionalLong.empty());
  }
}
