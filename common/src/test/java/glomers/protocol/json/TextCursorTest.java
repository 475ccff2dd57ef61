package glomers.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCursorTest {
  private static TextCursor on(String text) {
    return new TextCursor(text, 0);
  }

  private static void assertUnusual(String text, Consumer<TextCursor> read) {
    TextCursor in = on(text);
    read.accept(in);
    assertThat(in.failed()).isTrue();
    assertThat(in.at()).isEqualTo(text.length());
    assertThat(in.reading(1)).isEqualTo(new Reading.Unusual<>());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, 90, 1_234_567_890L, 999_999_999_999_999_999L})
  void readsIntegersOfAtMost18Digits(long value) {
    assertThat(on(value + ",").integer()).isEqualTo(value);
    assertThat(on(" -" + value).integer()).isEqualTo(-value);
    assertThat(on(value + "").numeral()).isEqualTo(value);
    assertThat(on(value + "/").integer()).isEqualTo(value); // the character before 0
    assertThat(on(value + ":").integer()).isEqualTo(value); // the character behind 9
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "01", "-01", "1.5", "1e3", "1E3", "1000000000000000000", "x"})
  void refusesWhatIsNoSuchInteger(String text) {
    assertUnusual(text, TextCursor::integer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.5", "-0", "-0.0", "1e3", "1E-3", "1e+3", "1234567890123456789", "10.0"})
  void keepsTheDigitsOfOtherNumbers(String text) {
    assertThat(on(text).numeral()).isEqualTo(new NumberText(text));
    assertThat(on(" " + text + " ").number()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"-5,-5", "0,0", "9,9", "-10,-10", "12345678901234567,12345678901234567"})
  void givesWholeNumbersAsLongs(String text, long value) {
    assertThat(on(text).numeral()).isEqualTo(value);
    assertThat(new TextCursor("7" + text, 1).numeral()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", ".5", "1.", "1e", "1e+", "+1", "a", ""})
  void refusesMalformedNumbers(String text) {
    assertUnusual(text, TextCursor::number);
    assertUnusual(text, TextCursor::numeral);
    assertUnusual(text, TextCursor::skipValue);
  }

  @Test
  void boundsTheLengthOfANumber() {
    assertThat(on("1".repeat(300)).number()).hasSize(300);
    assertUnusual("1".repeat(301), TextCursor::number);
    String exponent = "1." + "5".repeat(290) + "e+12345";
    assertThat(on(exponent).number()).isEqualTo(exponent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void boundsTheDepth(String opening) {
    String closing = opening.equals("[") ? "]" : "}";
    String deep = opening.repeat(50) + "1" + closing.repeat(50);
    on(deep).skipValue();
    assertThat(JsonTrees.ADAPTER.read(on(deep))).isEqualTo(JsonParser.parseString(deep));
    String deeper = opening.repeat(51) + "1" + closing.repeat(51);
    assertUnusual(deeper, TextCursor::skipValue);
    assertUnusual(deeper, JsonTrees.ADAPTER::read);
  }

  @Test
  void readsTreesOfEachKind() {
    String text = "{\"a\":[1,\"b\",true,false,null,{}],\"c\":[],\"d\":2.50}";
    JsonElement tree = JsonTrees.ADAPTER.read(on(text));
    assertThat(tree).hasToString(text);
    JsonArray array = tree.getAsJsonObject().getAsJsonArray("a");
    assertThat(array.get(4)).isSameAs(JsonNull.INSTANCE);
    assertThat(array.get(0).getAsInt()).isEqualTo(1);
  }

  @Test
  void seesWhiteSpace() {
    TextCursor spaced = on("[1, 2]");
    spaced.skipValue();
    assertThat(spaced.compact()).isFalse();
    TextCursor compact = on("[1,2]");
    compact.skipValue();
    assertThat(compact.compact()).isTrue();
  }

  @Test
  void seesTheEnd() {
    TextCursor in = on("1 \n");
    in.integer();
    in.takeEnd();
    assertThat(in.failed()).isFalse();
    assertUnusual(" x", TextCursor::takeEnd);
    assertUnusual("\0", TextCursor::takeEnd);
  }

  @Test
  void comparesWholeNames() {
    TextCursor in = on("\"name\":1");
    in.takeName();
    assertThat(in.nameIs("name")).isTrue();
    assertThat(in.nameIs("nam")).isFalse();
    assertThat(in.nameIs("names")).isFalse();
    assertThat(in.nameIs("same")).isFalse();
    assertThat(in.name()).isEqualTo("name");
    assertThat(in.integer()).isEqualTo(1);
  }
}
