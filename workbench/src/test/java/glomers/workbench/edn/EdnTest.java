package glomers.workbench.edn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdnTest {
  @Test
  void scalarsPrintAsInClojure() {
    assertThat(Edn.print(null)).isEqualTo("nil");
    assertThat(Edn.print(true)).isEqualTo("true");
    assertThat(Edn.print(Keyword.of("valid?"))).isEqualTo(":valid?");
    assertThat(Edn.print(-3)).isEqualTo("-3");
    assertThat(Edn.print(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    assertThat(Edn.print(BigInteger.TEN.pow(20))).isEqualTo("100000000000000000000");
  }

  @Test
  void floatsPrintAsInClojure() {
    assertThat(Edn.print(8.064516f)).isEqualTo("8.064516");
    assertThat(Edn.print(1f)).isEqualTo("1.0");
    assertThat(Edn.print(1e-4f)).isEqualTo("1.0E-4");
    assertThat(Edn.print(0.95)).isEqualTo("0.95");
    assertThat(Edn.print(Double.NaN)).isEqualTo("##NaN");
    assertThat(Edn.print(Double.POSITIVE_INFINITY)).isEqualTo("##Inf");
    assertThat(Edn.print(Float.NEGATIVE_INFINITY)).isEqualTo("##-Inf");
  }

  @Test
  void decimalsPrintTheirDigitsAndAlwaysAPoint() {
    assertThat(Edn.print(new BigDecimal("1.25"))).isEqualTo("1.25");
    assertThat(Edn.print(new BigDecimal("1E+3"))).isEqualTo("1000.0");
    assertThat(Edn.print(new BigDecimal("-7"))).isEqualTo("-7.0");
    assertThat(Edn.print(new BigDecimal("1E-5"))).isEqualTo("0.00001");
  }

  @Test
  void aHugeExponentStaysAnExponent() {
    assertThat(Edn.print(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
    assertThat(Edn.print(new BigDecimal("1E-999999999"))).isEqualTo("1E-999999999");
  }

  @Test
  void stringsAreEscapedOntoOneLine() {
    assertThat(Edn.print("a \"b\" \\ \n\r\t\b\f é"))
        .isEqualTo("\"a \\\"b\\\" \\\\ \\n\\r\\t\\b\\f é\"");
    assertThat(Edn.print("\u001b[31m\u2028")).isEqualTo("\"\\u001b[31m\\u2028\"");
  }

  @Test
  void listsAreVectorsAndOnlySeqsHaveParentheses() {
    assertThat(Edn.print(Arrays.asList(1, null, List.of()))).isEqualTo("[1 nil []]");
    assertThat(Edn.print(new Seq(Arrays.asList(1, null, new Seq(List.of())))))
        .isEqualTo("(1 nil ())");
  }

  @Test
  void mapsKeepTheirOrderAndAnyKeys() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("b", 1);
    map.put(Keyword.of("a"), Map.of());
    map.put(0.5, List.of("x"));
    assertThat(Edn.print(map)).isEqualTo("{\"b\" 1, :a {}, 0.5 [\"x\"]}");
  }

  @Test
  void whatIsNoValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Edn.print(List.of(new Object())))
        .withMessageContaining("java.lang.Object");
  }

  @Test
  void shortensLongCollectionsForPeople() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    assertThat(Edn.print(Edn.shortened(numbers, 3))).isEqualTo("[0 1 2 … 97 more]");
    assertThat(Edn.print(Edn.shortened(numbers.subList(0, 4), 3))).isEqualTo("[0 1 2 3]");
    Map<Object, Object> byNumber = new LinkedHashMap<>();
    numbers.forEach(number -> byNumber.put(number, new Seq(numbers)));
    assertThat(Edn.print(Edn.shortened(byNumber, 1))).isEqualTo("{0 (0 … 99 more), … 99 more}");
    Map<Object, Object> byName = new LinkedHashMap<>();
    List.of("a", "b", "c", "d").forEach(name -> byName.put(Keyword.of(name), 1));
    assertThat(Edn.shortened(byName, 1)).isEqualTo(byName);
  }
}
