package glomers.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  record Holder(Optional<JsonText> value, List<JsonText> values) {}

  record Log(List<Long> messages, long committed) {}

  private static final RecordFormat<Holder> FORMAT = RecordFormat.of(Holder.class);

  private static JsonText read(String json) {
    Reading<Holder> reading =
        FORMAT.read("{\"value\":" + json + ",\"values\":[]}", 0, name -> false);
    return ((Reading.Usual<Holder>) reading).value().value().orElseThrow();
  }

  private static JsonText readTree(String json) {
    return FORMAT
        .readTree(JsonParser.parseString("{\"value\":" + json + ",\"values\":[" + json + "]}"))
        .values()
        .get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "-1.50e3",
        "12345678901234567890123",
        "\"a\\n\\\"b\"",
        "[1, [ ] ,2]",
        "{\"a\":{\"b\":1},\"b\":[{\"a\":1},{\"a\":2}]}",
        "{ \"a\" : 1 }",
        "{\"a\":1,\"b\":2,\"a\":3}",
        "[{\"x\":{\"a\":1,\"a\":[2]}}]"
      })
  void isWrittenAsItsTreeIs(String json) {
    String written = JsonText.of(JsonTrees.ADAPTER.read(new TextCursor(json, 0))).text();
    assertThat(read(json).text()).isEqualTo(written);
    assertThat(JsonText.of(read(json).tree()).text()).isEqualTo(written);
  }

  @Test
  void isReadByWayOfATreeToo() {
    assertThat(readTree("{ \"a\" : [1.0, \"\\u0001\"] }").text())
        .isEqualTo("{\"a\":[1.0,\"\\u0001\"]}");
  }

  @Test
  void whitespaceBeforeAndAfterIsNoneOfIt() {
    assertThat(read(" \t[1] ").text()).isEqualTo("[1]");
  }

  @Test
  void becomesWhatItHolds() {
    JsonText json = read("{\"messages\":[1,2],\"committed\":-1,\"other\":null}");
    assertThat(RecordFormat.value(json, Log.class)).isEqualTo(new Log(List.of(1L, 2L), -1));
    assertThat(RecordFormat.value(read("7"), Integer.class)).isEqualTo(7);
    assertThat(RecordFormat.value(read("\"x\""), String.class)).isEqualTo("x");
    assertThat(RecordFormat.value(json, JsonText.class)).isSameAs(json);
  }

  @Test
  void saysWhatIsWrongAsATreeDoes() {
    JsonText json = read("{\"messages\":[1,\"x\"],\"committed\":-1}");
    assertThatThrownBy(() -> RecordFormat.value(json, Log.class))
        .isInstanceOf(MalformedException.class)
        .hasMessage(message(() -> RecordFormat.value(json.tree(), Log.class)));
    assertThatThrownBy(() -> RecordFormat.value(read("7.5"), Integer.class))
        .hasMessageContaining("must be an integer");
  }

  private static String message(Runnable task) {
    try {
      task.run();
      return "";
    } catch (MalformedException e) {
      return e.getMessage();
    }
  }
}
