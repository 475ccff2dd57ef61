package glomers.workbench.checker;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void eachPointIsTheValueBelowWhichThatShareLies() {
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      values.add(i);
    }
    Collections.shuffle(values, new Random(7));
    assertThat(Edn.print(Quantiles.of(values)))
        .isEqualTo("{0 0, 0.5 100, 0.95 190, 0.99 198, 1 199}");
  }

  @Test
  void aSingleValueIsAllOfThem() {
    assertThat(Edn.print(Quantiles.of(List.of(4.5))))
        .isEqualTo("{0 4.5, 0.5 4.5, 0.95 4.5, 0.99 4.5, 1 4.5}");
  }

  @Test
  void ofTwoValuesTheMedianIsTheGreater() {
    assertThat(Quantiles.of(List.of(9, 3))).containsEntry(0, 3).containsEntry(0.5, 9);
  }
}
