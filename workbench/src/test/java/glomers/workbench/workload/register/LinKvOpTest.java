package glomers.workbench.workload.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.edn.Edn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinKvOpTest {
  private static void assertForm(String f, LinKvOp op, String edn) {
    assertThat(Edn.print(op)).isEqualTo(edn);
    assertThat(LinKvOp.of(f, op.toEdn())).isEqualTo(op);
  }

  @Test
  void hasTheFormOfJepsen() {
    assertForm("read", new LinKvOp.Read(7, null), "[7 nil]");
    assertForm("read", new LinKvOp.Read(7, List.of("a")), "[7 [\"a\"]]");
    assertForm("write", new LinKvOp.Write(7, 3), "[7 3]");
    assertForm("cas", new LinKvOp.Cas(7, 3, 4), "[7 [3 4]]");
  }

  @Test
  void rejectsValuesOfAnotherForm() {
    for (Object edn : Arrays.asList(null, 7L, List.of(), List.of(7L), List.of(7L, List.of(3L)))) {
      assertThatThrownBy(() -> LinKvOp.of("cas", edn))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not a value of the function cas: " + Edn.print(edn));
    }
    assertThatThrownBy(() -> LinKvOp.of("add", List.of(7L, 3L)))
        .hasMessage("a register has no function add");
  }
}
