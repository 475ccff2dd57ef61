package glomers.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A new Gson for each case: one that knows a type already does not look at it again, and would hide
 * how it came to know it.
 */
class StrictTypesTest {
  enum Colour {
    RED,
    GREEN
  }

  record Pair(String key, int value) {}

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of(String.class, "'a'", "a"),
        Arguments.of(char.class, "'a'", 'a'),
        Arguments.of(Character.class, "'a'", 'a'),
        Arguments.of(Colour.class, "'GREEN'", Colour.GREEN),
        Arguments.of(boolean.class, "true", true),
        Arguments.of(Boolean.class, "false", false),
        Arguments.of(int.class, "-7", -7),
        Arguments.of(Long.class, "3000000000", 3_000_000_000L),
        Arguments.of(double.class, "1.5", 1.5),
        Arguments.of(new TypeToken<List<Integer>>() {}.getType(), "[1,2]", List.of(1, 2)),
        Arguments.of(new TypeToken<Set<String>>() {}.getType(), "['a']", Set.of("a")),
        Arguments.of(new TypeToken<Map<String, Long>>() {}.getType(), "{'a':1}", Map.of("a", 1L)),
        Arguments.of(Pair.class, "{'key':'a','value':1}", new Pair("a", 1)));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void takesItsOwnKindOfValue(Type type, String json, Object expected) {
    String text = json.replace('\'', '"');
    Gson byTree = RecordFormat.newGson();
    Object fromTree = byTree.fromJson(JsonParser.parseString(text), type);
    assertThat(fromTree).isEqualTo(expected);
    Gson byText = RecordFormat.newGson();
    Object fromText = byText.fromJson(text, type);
    assertThat(fromText).isEqualTo(expected);
    assertThat(byText.toJson(expected, type)).isEqualTo(text);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(String.class, "5", "must be a string, but is a number"),
        Arguments.of(String.class, "true", "must be a string, but is a boolean"),
        Arguments.of(String.class, "null", "must be a string, but is null"),
        Arguments.of(char.class, "5", "must be a string, but is a number"),
        Arguments.of(Character.class, "5", "must be a string, but is a number"),
        Arguments.of(Colour.class, "1", "must be a string, but is a number"),
        Arguments.of(Colour.class, "'BLUE'", "must be one of [RED, GREEN]"),
        Arguments.of(boolean.class, "'true'", "must be a boolean"),
        Arguments.of(Boolean.class, "0", "must be a boolean"),
        Arguments.of(int.class, "'5'", "must be an integer, but is a string"),
        Arguments.of(int.class, "1.5", "must be an integer, but is 1.5"),
        Arguments.of(Integer.class, "3000000000", "but is 3000000000"),
        Arguments.of(Integer.class, "true", "must be an integer, but is a boolean"),
        Arguments.of(long.class, "[]", "must be an integer, but is an array"),
        Arguments.of(int[].class, "{}", "must be an array, but is an object"),
        Arguments.of(new TypeToken<List<Integer>>() {}.getType(), "{}", "must be an array"),
        Arguments.of(new TypeToken<Map<String, Long>>() {}.getType(), "[]", "must be an object"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesOtherKinds(Type type, String json, String problem) {
    String text = json.replace('\'', '"');
    Gson byTree = RecordFormat.newGson();
    assertThatThrownBy(() -> byTree.fromJson(JsonParser.parseString(text), type))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining(problem);
    Gson byText = RecordFormat.newGson();
    assertThatThrownBy(() -> byText.getAdapter(TypeToken.get(type)).fromJson(text))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining(problem);
  }
}
