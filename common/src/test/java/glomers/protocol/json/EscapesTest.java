package glomers.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {
  private static String written(String text) throws IOException {
    return new LineWriter().string(text).toString();
  }

  @Test
  @DisplayName("each character is written as Gson writes it, and read back if it is usual")
  void writesAsGsonDoes() throws IOException {
    for (char c = 0; c < Character.MIN_SURROGATE; c++) {
      String text = "a" + c + "\"";
      String json = written(text);
      assertThat(json).isEqualTo(new JsonPrimitive(text).toString());
      TextCursor in = new TextCursor(json, 0);
      String read = in.string();
      assertThat(in.failed() || read.equals(text)).describedAs(json).isTrue();
    }
  }

  @Test
  void readsWhatIsUsual() {
    TextCursor in = new TextCursor("[\"a\\\"\\\\n\\n\\r\\t\\b\\f\",\"b\"]", 1);
    assertThat(in.string()).isEqualTo("a\"\\n\n\r\t\b\f");
    assertThat(in.more(']')).isTrue();
    assertThat(in.string()).isEqualTo("b");
    assertThat(in.failed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\/\"", "\"\\u0041\"", "\"\\x\"", "\"\\", "\"\\\"", "\"a\\\\\\\""})
  void leavesTheRestToGson(String json) {
    TextCursor in = new TextCursor(json, 0);
    in.string();
    assertThat(in.failed()).isTrue();
    TextCursor skipping = new TextCursor(json, 0);
    skipping.skipValue();
    assertThat(skipping.failed()).isTrue();
  }

  @Test
  void leavesNamesToGson() {
    TextCursor in = new TextCursor("\"a\\n\":1", 0);
    in.takeName();
    assertThat(in.failed()).isTrue();
  }
}
