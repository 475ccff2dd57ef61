package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as JSON to bodies as records. */
class CodecBodyTest {
  enum Color {
    RED,
    GREEN
  }

  record Inner(String name) {}

  record Sample(
      int small,
      long large,
      double real,
      float single,
      byte octet,
      Integer boxed,
      boolean flag,
      String text,
      Color color,
      List<Integer> numbers,
      List<List<Integer>> rows,
      List<Color> colors,
      String[] words,
      Map<String, Integer> counts,
      Inner inner,
      List<Inner> inners,
      Optional<Long> maybe,
      JsonElement any)
      implements Body {}

  private static final String GOOD =
      """
      {"type": "sample", "small": 1, "large": 2, "real": 3.5, "single": 4.5, "octet": 5,
       "boxed": 6, "flag": true, "text": "x", "color": "RED", "numbers": [1, 2],
       "rows": [[1], []], "colors": ["GREEN"], "words": ["a"], "counts": {"k": 1},
       "inner": {"name": "n"}, "inners": [{"name": "m"}], "maybe": 7, "any": null}
      """;

  @Test
  void readsEveryKindOfComponent() {
    Sample sample = Codec.body(good(), Sample.class);
    assertThat(sample.numbers()).containsExactly(1, 2);
    assertThat(sample.rows()).containsExactly(List.of(1), List.of());
    assertThat(sample.colors()).containsExactly(Color.GREEN);
    assertThat(sample.counts()).containsExactly(Map.entry("k", 1));
    assertThat(sample.inners()).containsExactly(new Inner("m"));
    assertThat(sample.maybe()).contains(7L);
    assertThat(sample.any().isJsonNull()).isTrue();
  }

  @Test
  void ignoresUnknownFieldsAndType() {
    JsonObject body = good();
    body.addProperty("type", "something_else");
    body.addProperty("zzz", 1);
    body.getAsJsonObject("inner").add("zzz", good());
    assertThat(Codec.body(body, Sample.class).inner()).isEqualTo(new Inner("n"));
  }

  @Test
  void theLastOfDuplicateFieldsCounts() {
    record Only(int value) implements Body {}

    Message message =
        Codec.decode("{\"src\":\"a\",\"dest\":\"b\",\"body\":{\"value\":1,\"value\":2}}");
    assertThat(Codec.body(message.body(), Only.class)).isEqualTo(new Only(2));
  }

  @Test
  void anOptionalMayBeMissing() {
    JsonObject body = good();
    body.remove("maybe");
    assertThat(Codec.body(body, Sample.class).maybe()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "small", "large", "real", "flag", "text", "color", "numbers", "words", "counts", "inner",
        "inners", "any"
      })
  void everyOtherMissingFieldIsNamed(String field) {
    JsonObject body = good();
    body.remove(field);
    assertThat(Malformed.body(body.toString(), Sample.class).text())
        .isEqualTo("the field \"" + field + "\" is missing");
  }

  @Test
  void namesMissingFieldOfNestedRecord() {
    JsonObject body = good();
    body.add("inner", new JsonObject());
    assertThat(Malformed.body(body.toString(), Sample.class).text()).contains("\"name\"");
  }

  static Stream<Arguments> wrongValues() {
    String integer = "'5' true null [] {} 1.5 1.0 1e2 1e400 99999999999999999999";
    return Stream.of(
            row("small", integer + " 2147483648 -2147483649"),
            row("boxed", integer + " 2147483648"),
            row("large", integer + " 9223372036854775808 -9223372036854775809"),
            row("octet", integer + " 128 -129"),
            row("real", "'5' true null [] {} 1e400 -1e400"),
            row("single", "'5' true null [] {} 1e300"),
            row("flag", "'true' 1 0 null [] {}"),
            row("text", "5 true null [] {} ['x']"),
            row("color", "'BLUE' 'red' '' 5 null []"),
            row("numbers", "5 '1' true null {} [null] ['1'] [1.5] [[1]] [1,null]"),
            row("rows", "5 null [null] [1] [{}] [[null]]"),
            row("colors", "'RED' null [null] ['BLUE'] {}"),
            row("words", "'a' null [null] [1] {}"),
            row("counts", "5 null [] {'k':null} {'k':'1'} {'k':1.5} [['k',1]]"),
            row("inner", "5 'n' null [] [{'name':'n'}] {'name':5} {'name':null}"),
            row("inners", "5 null {} [null] [5] [{'name':5}]"),
            row("maybe", "'5' true null [] {} 1.5"))
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> row(String field, String values) {
    return Stream.of(values.split(" ")).map(value -> Arguments.of(field, value.replace('\'', '"')));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void namesFieldWithWrongValue(String field, String value) {
    JsonObject body = good();
    body.add(field, JsonParser.parseString(value));
    String innermost =
        value.contains("name") && !value.startsWith("[{\"name\":\"n") ? "name" : field;
    assertThat(Malformed.body(body.toString(), Sample.class).text())
        .matches("(?s)the field \"?" + innermost + "\\S* must .*");
  }

  record Logs(Map<String, List<List<Long>>> logs) implements Body {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          null                | the field "logs" must be an object, but is null
          {"9":null}          | the field logs."9" must be an array, but is null
          {"a":[[1],null]}    | the field logs.a[1] must be an array, but is null
          {"9":[[1,2],[3,null]]} | the field logs."9"[1][1] must be an integer, but is null
          {"9":[[2.0]]}       | the field logs."9"[0][0] must be an integer, but is 2.0
          {"9":[[9223372036854775808]]} | the field logs."9"[0][0] must be an integer of at most \
          64 bits, but is 9223372036854775808
          """)
  void namesTheWayToAWrongValue(String value, String problem) {
    assertThat(Malformed.body("{\"logs\":" + value + "}", Logs.class).text()).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"x\"", "null", "[1,[2,{\"a\":null}]]", "{\"type\":1}", "1e400"})
  void aJsonElementTakesAnything(String value) {
    JsonObject body = good();
    body.add("any", JsonParser.parseString(value));
    assertThat(Codec.body(body, Sample.class).any()).hasToString(value);
  }

  private static JsonObject good() {
    return JsonParser.parseString(GOOD).getAsJsonObject();
  }
}
