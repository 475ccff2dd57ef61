package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines to messages. */
class CodecEnvelopeTest {
  @Test
  void readsSenderReceiverAndBody() {
    Message message =
        Codec.decode("{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"echo\",\"msg_id\":1}}");

    assertThat(message.src()).isEqualTo("c1");
    assertThat(message.dest()).isEqualTo("n1");
    assertThat(message.body()).hasToString("{\"type\":\"echo\",\"msg_id\":1}");
  }

  @Test
  void acceptsFieldsInAnyOrder() {
    Message message =
        Codec.decode(
            "{\"x\":[{\"src\":1}],\"body\":{},\"id\":7,\"dest\":\"n1\",\"y\":null,\"src\":\"c1\"}");

    assertThat(message.src()).isEqualTo("c1");
    assertThat(message.dest()).isEqualTo("n1");
    assertThat(message.body()).hasToString("{}");
  }

  @Test
  void acceptsAnyWhiteSpace() {
    Message message =
        Codec.decode(" \t{ \"src\" : \"a\" ,\r\"dest\":\t\"b\", \"body\" : { } } \t\r");
    assertThat(message.src()).isEqualTo("a");
  }

  @Test
  void decodesEscapes() {
    Message message =
        Codec.decode("{\"src\":\"\\u0063\\n\\\"\\\\\\/\",\"dest\":\"\\ud83d\\ude00\",\"body\":{}}");
    assertThat(message.src()).isEqualTo("c\n\"\\/");
    assertThat(message.dest()).isEqualTo("😀");
  }

  @Test
  void lastOfDuplicateFieldsCounts() {
    Message message = Codec.decode("{\"src\":\"a\",\"src\":\"b\",\"dest\":\"c\",\"body\":{}}");
    assertThat(message.src()).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\r",
        "null",
        "5",
        "\"text\"",
        "[]",
        "[{\"src\":\"a\",\"dest\":\"b\",\"body\":{}}]",
        "{",
        "}",
        "{}}",
        "{]",
        "nonsense",
        "{'src':'a','dest':'b','body':{}}",
        "{src:\"a\",dest:\"b\",body:{}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{},}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":[1,]}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":[,]}}",
        "{\"src\":\"a\" \"dest\":\"b\",\"body\":{}}",
        "{\"src\"=\"a\",\"dest\":\"b\",\"body\":{}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":01}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":1.}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":+1}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":NaN}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":-Infinity}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":TRUE}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":\"\\q\"}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":\"\\u12g4\"}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"x\":\"\t\"}}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{}/* a comment */}",
        "{\"src\":\"a\",\"dest\":\"b\",\"body\":{}} // a comment",
        "\u0000",
      })
  void whatIsNoJsonObjectIsRefused(String line) {
    Malformed.line(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {" {}", "x", "1", "]", "}", ",", "\u0000"})
  void moreOnTheLineIsRefused(String garbage) {
    Malformed.line("{\"src\":\"a\",\"dest\":\"b\",\"body\":{}}" + garbage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src  | {'dest':'b','body':{}}",
        "dest | {'src':'a','body':{}}",
        "body | {'src':'a','dest':'b'}",
      })
  void aMissingFieldIsNamed(String field, String line) {
    assertThat(Malformed.line(line.replace('\'', '"')).text())
        .isEqualTo("the field \"" + field + "\" is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "true", "{}", "[]", "[\"a\"]"})
  void anIdThatIsNoStringIsNamed(String value) {
    assertThat(Malformed.line("{\"src\":" + value + ",\"dest\":\"b\",\"body\":{}}").text())
        .isEqualTo("the field \"src\" must be a string");
    assertThat(Malformed.line("{\"src\":\"a\",\"dest\":" + value + ",\"body\":{}}").text())
        .isEqualTo("the field \"dest\" must be a string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "true", "\"{}\"", "[]", "[{}]"})
  void aBodyThatIsNoObjectIsNamed(String value) {
    assertThat(Malformed.line("{\"src\":\"a\",\"dest\":\"b\",\"body\":" + value + "}").text())
        .startsWith("the field \"body\" must be a JSON object");
  }

  @Test
  void errorSaysWhereJsonBreaks() {
    assertThat(Malformed.line("{\"src\":\"a\",\"dest\":oops}").text())
        .contains("not well-formed JSON", "column")
        .doesNotContain("setStrictness", "http");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 10_000, 1_000_000})
  void bottomlessNestingIsRefused(int depth) {
    for (String open : new String[] {"[", "{\"a\":"}) {
      String nested = open.repeat(depth);
      Malformed.line(nested);
      Malformed.line("{\"src\":\"a\",\"dest\":\"b\",\"body\":" + nested);
      Malformed.line("{\"ignored\":" + nested);
    }
  }

  @Test
  void nestingThatIsMerelyDeepIsRead() {
    String deep = "[".repeat(100) + "]".repeat(100);
    Message message =
        Codec.decode("{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"deep\":" + deep + "}}");
    assertThat(message.body().get("deep")).hasToString(deep);
  }

  @Test
  void tenMegabytesOfTextAreRead() {
    String text = "héllo wörld ".repeat((10 << 20) / 12);
    Message message =
        Codec.decode("{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"echo\":\"" + text + "\"}}");
    assertThat(message.body().get("echo").getAsString().equals(text)).isTrue();
  }
}
