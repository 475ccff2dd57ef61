package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogatesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud83d",
        "\\ude00",
        "h\\ud83dllo \\ud83d\\ud83d",
        "\\ude00\\ud83d",
        "\\\\\\ud83d",
        "pair \uD83D\uDE00, half \\ud83d"
      })
  void loneHalvesPassThroughUnchanged(String text) {
    String line =
        "{\"src\":\"n0\",\"dest\":\"n1\",\"body\":{\"t\":\"" + text + "\",\"" + text + "\":1}}";
    assertThat(Codec.encode(Codec.strictDecode(line))).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'\\ud83d'", "\"\\ud83d", "\"\\ud83d\", TRUE", "\"\\ud83d\\q\""})
  void whatElseIsMalformedIsStillRefused(String value) {
    Malformed.line("{\"src\":\"n0\",\"dest\":\"n1\",\"body\":{\"t\":" + value + "}}");
  }

  @Test
  void pairsAndEscapedBackslashesAreNoHalves() {
    for (String line : new String[] {"\\ud83d\\ude00", "\\\\ud83d", "\\ud83", "\\u00e9", "\\"}) {
      assertThat(Surrogates.withoutLoneEscapes(line)).isSameAs(line);
    }
  }
}
