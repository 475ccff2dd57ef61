package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that pass through a node come out with the digits they came in with. */
class CodecNumberTest {
  record Json(JsonElement value) implements Body {}

  record Nested(Map<String, List<JsonElement>> value) implements Body {}

  record Anything(Object value) implements Body {}

  record Exact(long value) implements Body {}

  record Real(double value) implements Body {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "1.0",
        "1.10",
        "-1.50e-7",
        "1E5",
        "1e+5",
        "1e400",
        "-1e400",
        "1e-400",
        "1e999999999999",
        "12345678901234567890",
        "-12345678901234567890",
        "999999999999999999",
        "-99999999999999999",
        "-999999999999999999",
        "1000000000000000000",
        "9223372036854775807",
        "9223372036854775808",
        "0.1000000000000000055511151231257827",
        "123456789012345678901234567890.123456789012345678901234567890",
      })
  void digitsAreKept(String number) {
    assertThat(passOn(number, Json.class)).isEqualTo(number);
    assertThat(passOn("{\"k\":[" + number + "]}", Nested.class))
        .isEqualTo("{\"k\":[" + number + "]}");
    assertThat(passOn("[" + number + "]", Anything.class)).isEqualTo("[" + number + "]");
    assertThat(asMessage(number)).contains("{\"type\":\"t\",\"value\":" + number + "}");
  }

  @Test
  void keepsThousandDigitsAndRefusesMore() {
    String number = "7".repeat(1_000);
    assertThat(passOn(number, Json.class)).isEqualTo(number);
    assertThat(Malformed.line(line("7".repeat(1_025))))
        .hasMessageEndingWith("a number has more than 1024 digits, the most that are read")
        .hasMessageNotContaining("well-formed");
    assertThat(Malformed.line(line("[1," + "7".repeat(1_000_000) + "]")))
        .hasMessageEndingWith("a number has more than 1024 digits, the most that are read");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void longsAreExact(long number) {
    assertThat(passOn(String.valueOf(number), Exact.class)).isEqualTo(String.valueOf(number));
  }

  @Test
  void aRealMayBeWrittenWithoutAPoint() {
    assertThat(passOn("3", Real.class)).isEqualTo("3.0");
    assertThat(passOn("1e3", Real.class)).isEqualTo("1000.0");
  }

  private static String asMessage(String value) {
    return Codec.encode(Codec.decode(line(value)));
  }

  private static String passOn(String value, Class<? extends Body> type) {
    Body body = Codec.body(Codec.decode(line(value)).body(), type);
    String line = Codec.encode("a", "b", body, OptionalLong.empty(), OptionalLong.empty());
    return line.substring(line.indexOf("\"value\":") + 8, line.length() - 2);
  }

  private static String line(String value) {
    return "{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"type\":\"t\",\"value\":" + value + "}}";
  }
}
