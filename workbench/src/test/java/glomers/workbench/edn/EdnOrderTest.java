package glomers.workbench.edn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EdnOrderTest {
  private static final List<Object> SORTED =
      Arrays.asList(
          null,
          false,
          true,
          Double.NEGATIVE_INFINITY,
          new BigDecimal("-1E+999999999"),
          -1L,
          new BigDecimal("0.5"),
          new BigDecimal("1"),
          1L,
          1.5,
          BigInteger.TEN.pow(30),
          Double.POSITIVE_INFINITY,
          Double.NaN,
          Keyword.of("a"),
          "10",
          "9",
          List.of(),
          List.of("z"),
          List.of(1L, 2L),
          List.of(1L, "a"),
          Map.of(),
          Map.of("a", 1L),
          Map.of("a", 2L),
          Map.of("b", 1L));

  @Test
  void valuesOfAllTypesHaveOneOrder() {
    for (int i = 0; i < SORTED.size(); i++) {
      for (int j = 0; j < SORTED.size(); j++) {
        assertThat(Integer.signum(EdnOrder.INSTANCE.compare(SORTED.get(i), SORTED.get(j))))
            .as("%s and %s", SORTED.get(i), SORTED.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void sortingUndoesAnyShuffle() {
    List<Object> values = new ArrayList<>(SORTED);
    Collections.shuffle(values, new Random(1));
    values.sort(EdnOrder.INSTANCE);
    assertThat(values).isEqualTo(SORTED);
  }
}
