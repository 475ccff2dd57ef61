package glomers.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which types are read from text directly, and what of. Each case has a Gson of its own. */
class TextAdaptersTest {
  private static final Type NUMBERS = new TypeToken<List<Integer>>() {}.getType();
  private static final Type COUNTS = new TypeToken<Map<String, Long>>() {}.getType();

  record Pair(String key, int value, Optional<Boolean> flag) {}

  private static TextAdapter<Object> adapter(Type type) {
    return TextAdapters.of(
        RecordFormat.newGson(),
        type,
        tree -> {
          throw new AssertionError("made a tree: " + tree);
        });
  }

  private static Object read(TextAdapter<?> adapter, String text) {
    return usual(reading(adapter, text));
  }

  private static Object usual(Reading<?> reading) {
    assertThat(reading).isInstanceOf(Reading.Usual.class);
    return ((Reading.Usual<?>) reading).value();
  }

  private static Reading<?> reading(TextAdapter<?> adapter, String text) {
    TextCursor in = new TextCursor(text, 0);
    Object value = adapter.read(in);
    in.takeEnd();
    return in.reading(value);
  }

  static Stream<Arguments> direct() {
    return Stream.of(
        Arguments.of(int.class, "-12", -12),
        Arguments.of(Integer.class, "2147483647", Integer.MAX_VALUE),
        Arguments.of(long.class, "3000000000", 3_000_000_000L),
        Arguments.of(Long.class, "1", 1L),
        Arguments.of(String.class, "'a b'", "a b"),
        Arguments.of(boolean.class, "true", true),
        Arguments.of(Boolean.class, "false", false),
        Arguments.of(JsonElement.class, "{'a':[1]}", JsonParser.parseString("{\"a\":[1]}")),
        Arguments.of(NUMBERS, "[1,2,3]", List.of(1, 2, 3)),
        Arguments.of(NUMBERS, "[]", List.of()),
        Arguments.of(new TypeToken<Collection<String>>() {}.getType(), "['a']", List.of("a")),
        Arguments.of(new TypeToken<Set<Integer>>() {}.getType(), "[7,5,7]", set(7, 5)),
        Arguments.of(COUNTS, "{'b':1,'a':2}", map("b", 1L, "a", 2L)),
        Arguments.of(COUNTS, "{}", Map.of()),
        Arguments.of(
            Pair.class, "{'value':5,'other':[{}],'key':'a'}", new Pair("a", 5, Optional.empty())),
        Arguments.of(
            new TypeToken<List<Pair>>() {}.getType(),
            "[{'key':'a','value':5,'flag':true}]",
            List.of(new Pair("a", 5, Optional.of(true)))));
  }

  private static Set<Integer> set(Integer... values) {
    return new LinkedHashSet<>(Arrays.asList(values));
  }

  private static Map<String, Long> map(String key, long value, String other, long otherValue) {
    Map<String, Long> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(other, otherValue);
    return map;
  }

  @ParameterizedTest
  @MethodSource("direct")
  void readsCommonTypesWithoutATree(Type type, String json, Object expected) {
    String text = json.replace('\'', '"');
    Object value = read(adapter(type), text);
    assertThat(value).isEqualTo(expected);
    assertThat(value).describedAs("the order").hasToString(expected.toString());
    String spaced = text.replaceAll("([\\[{:,])", " $1 ").replaceAll("([\\]}])", " $1");
    assertThat(read(adapter(type), spaced)).isEqualTo(expected);
  }

  static Stream<Arguments> unusual() {
    return Stream.of(
        Arguments.of(int.class, "2147483648"),
        Arguments.of(int.class, "-2147483649"),
        Arguments.of(int.class, "1.0"),
        Arguments.of(long.class, "1234567890123456789"),
        Arguments.of(String.class, "'a"),
        Arguments.of(boolean.class, "truth"),
        Arguments.of(NUMBERS, "1]"),
        Arguments.of(NUMBERS, "[1"),
        Arguments.of(NUMBERS, "[1 2]"),
        Arguments.of(NUMBERS, "[1,]"),
        Arguments.of(COUNTS, "'a':1}"),
        Arguments.of(COUNTS, "{'a':1"),
        Arguments.of(COUNTS, "{'a' 1}"),
        Arguments.of(COUNTS, "{1:1}"),
        Arguments.of(Pair.class, "'key':'a','value':1}"),
        Arguments.of(Pair.class, "{'key':'a','value':1"),
        Arguments.of(Pair.class, "{'key':'a','key':'b','value':1}"),
        Arguments.of(Pair.class, "{'key':'a'}"),
        Arguments.of(Pair.class, "{}"));
  }

  @ParameterizedTest
  @MethodSource("unusual")
  void givesUpOnAllElse(Type type, String json) {
    TextAdapter<Object> adapter = adapter(type);
    assertThat(reading(adapter, json.replace('\'', '"'))).isEqualTo(new Reading.Unusual<>());
  }

  static Stream<Type> byTree() {
    return Stream.of(
        double.class,
        new TypeToken<List<Double>>() {}.getType(),
        new TypeToken<Map<Integer, Integer>>() {}.getType(),
        new TypeToken<ArrayList<Integer>>() {}.getType());
  }

  @ParameterizedTest
  @MethodSource("byTree")
  void readsOtherTypesByWayOfATree(Type type) {
    Object made = new Object();
    List<JsonElement> trees = new ArrayList<>();
    Gson gson = RecordFormat.newGson();
    TextAdapter<Object> adapter =
        TextAdapters.of(
            gson,
            type,
            tree -> {
              trees.add(tree);
              return made;
            });
    assertThat(read(adapter, "[1, 2.5]")).isSameAs(made);
    assertThat(trees).containsExactly(JsonParser.parseString("[1,2.5]"));
    TextAdapter<Object> nothing = TextAdapters.of(gson, type, tree -> null);
    assertThat(reading(nothing, "1")).isEqualTo(new Reading.Unusual<>());
  }

  @ParameterizedTest
  @CsvSource({"key,1", "other,-1"})
  void takesOnlyNamesThatAreKnown(String name, int sign) {
    String text = "{\"value\":5,\"" + name + "\":\"a\",\"key\":\"a\"}";
    if (sign > 0) { // twice the same name
      assertThat(pair(text, in -> true)).isEqualTo(new Reading.Unusual<>());
    } else {
      assertThat(usual(pair(text, in -> in.nameIs(name))))
          .isEqualTo(new Pair("a", 5, Optional.empty()));
      assertThat(pair(text, in -> false)).isEqualTo(new Reading.Unusual<>());
    }
  }

  private static Reading<?> pair(String text, Predicate<TextCursor> known) {
    RecordAdapter<?> pairs = (RecordAdapter<?>) RecordFormat.newGson().getAdapter(Pair.class);
    TextCursor in = new TextCursor(text, 0);
    return in.reading(pairs.read(in, known));
  }

  @Test
  void writesNullWithinContainers() throws IOException {
    List<Type> types = List.of(int.class, String.class, Boolean.class, NUMBERS, COUNTS);
    for (Type type : types) {
      LineWriter out = new LineWriter();
      adapter(type).write(out, null);
      assertThat(out.toString()).describedAs("%s", type).isEqualTo("null");
    }
  }
}
