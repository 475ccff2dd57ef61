package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void escapesWhatTerminalsObey() {
    assertThat(Printable.of("a\u001b[31mred\u0007 \u009b2J\u007f\r"))
        .isEqualTo("a\\u001b[31mred\\u0007 \\u009b2J\\u007f\\u000d");
    assertThat(Printable.of("x\u202egnp.exe\u2066")).isEqualTo("x\\u202egnp.exe\\u2066");
  }

  @Test
  void leavesTextAsItIs() {
    String text = "two\tcolumns\nEverything looks good! ヽ(‘ー`)ノ 🙂";
    assertThat(Printable.of(text)).isSameAs(text);
  }
}
