package glomers.workbench.edn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonValuesTest {
  private static Object of(String json) {
    return JsonValues.of(JsonParser.parseString(json));
  }

  @Test
  void integersAreLongsAsFarAsTheyFit() {
    assertThat(of("0")).isEqualTo(0L);
    assertThat(of("-0")).isEqualTo(0L);
    assertThat(of("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(of("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(of("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(JsonValues.of(new JsonPrimitive(7))).isEqualTo(7L);
  }

  @Test
  void decimalsAreExactAndEqualByValue() {
    assertThat(of("1.50")).isEqualTo(of("15e-1")).isEqualTo(new BigDecimal("1.5"));
    assertThat(of("0.0")).isEqualTo(of("-0.00e5"));
    assertThat(of("0.1000000000000000055511151231257827")).isNotEqualTo(of("0.1"));
    assertThat(of("1.0")).isNotEqualTo(of("1"));
  }

  @Test
  void hugeExponentsDoNoHarm() {
    assertThat(of("1e999999999")).isEqualTo(of("10e999999998")).isNotEqualTo(of("1e999999998"));
    assertThat(of("1e99999999999")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(of("-1e99999999999")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(of("1e-99999999999")).isEqualTo(0.0);
  }

  @Test
  void otherScalarsAreThemselves() {
    assertThat(of("null")).isNull();
    assertThat(of("true")).isEqualTo(true);
    assertThat(of("\"1\"")).isEqualTo("1");
  }

  @Test
  void objectsAndArraysKeepTheirOrder() {
    Object value = of("{\"b\": [1, null, {\"c\": 2}], \"a\": {}}");
    assertThat(value)
        .isEqualTo(Map.of("a", Map.of(), "b", Arrays.asList(1L, null, Map.of("c", 2L))));
    assertThat(Edn.print(value)).isEqualTo("{\"b\" [1 nil {\"c\" 2}], \"a\" {}}");
    assertThat(of("{\"b\": 1, \"a\": 2}")).isEqualTo(of("{\"a\": 2, \"b\": 1}"));
  }

  @Test
  void aBodyHasKeywordsAtItsTopOnly() {
    Map<Keyword, Object> body =
        JsonValues.ofBody(
            JsonParser.parseString("{\"type\": \"echo_ok\", \"echo\": {\"a\": [1]}}")
                .getAsJsonObject());
    assertThat(body)
        .containsExactly(
            Map.entry(Keyword.of("type"), "echo_ok"),
            Map.entry(Keyword.of("echo"), Map.of("a", List.of(1L))));
  }

  @Test
  void bodiesArePrintedAsTheyCame() {
    String body = "{\"type\":\"read_ok\",\"in_reply_to\":5,\"value\":[1,2.5,null,{\"a\":\"<é>\"}]}";
    assertThat(JsonValues.print(JsonValues.ofBody(JsonParser.parseString(body).getAsJsonObject())))
        .isEqualTo(body);
  }
}
