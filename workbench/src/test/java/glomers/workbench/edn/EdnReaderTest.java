package glomers.workbench.edn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdnReaderTest {
  @Test
  void readsBackWhatIsPrinted() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(Keyword.of("final?"), true);
    map.put("a \"key\"\\\n\u0007\u2028 …", Arrays.asList(null, 1L, -7L, new BigDecimal("1.5")));
    map.put(new Seq(List.of()), Set.of("one"));
    map.put(new BigInteger("123456789012345678901234567890"), new BigDecimal("1E+2"));
    map.put(Double.POSITIVE_INFINITY, Map.of());
    map.put("tiny", new BigDecimal("1E-600"));
    assertThat(EdnReader.read(Edn.print(map))).isEqualTo(map);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1",
        "{1}",
        "]",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "1 2",
        "symbol",
        "#x",
        ":",
        "1.2.3"
      })
  void refusesWhatIsNoValue(String text) {
    assertThatThrownBy(() -> EdnReader.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected ");
  }

  @Test
  void refusesBottomlessNesting() {
    assertThatThrownBy(() -> EdnReader.read("[".repeat(1_000_000)))
        .hasMessageContaining("no more than 500 collections");
  }
}
