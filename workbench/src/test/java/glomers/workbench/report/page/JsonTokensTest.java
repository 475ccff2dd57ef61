package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTokensTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":37}", "{\"a\":[37]}", "{\"a\":[1,37,2]}", "{\"msg_id\":37,\"a\":37}"})
  void findsValueAtAnyDepth(String body) {
    assertThat(JsonTokens.contains(body, "37")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":371}",
        "{\"a\":137}",
        "{\"a\":37.5}",
        "{\"a\":-37}",
        "{\"37\":1}",
        "{\"a\":\"37\"}",
        "{\"msg_id\":37}",
        "{\"in_reply_to\":37,\"a\":1}",
        "37"
      })
  void passesOverWhatOnlyLooksLikeIt(String body) {
    assertThat(JsonTokens.contains(body, "37")).isFalse();
  }

  @Test
  void stringsStandInQuotes() {
    assertThat(JsonTokens.of("x")).isEqualTo("\"x\"");
    assertThat(JsonTokens.contains("{\"a\":[\"x\"]}", "\"x\"")).isTrue();
    assertThat(JsonTokens.contains("{\"x\":1}", "\"x\"")).isFalse();
  }
}
