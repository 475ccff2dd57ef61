package glomers.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {
  @Test
  void hasTheValueOfItsText() {
    NumberText half = new NumberText("2.50");
    assertThat(half.intValue()).isEqualTo(2);
    assertThat(half.longValue()).isEqualTo(2);
    assertThat(half.floatValue()).isEqualTo(2.5f);
    assertThat(half.doubleValue()).isEqualTo(2.5);
    assertThat(half).hasToString("2.50");
    assertThat(new NumberText("9007199254740993").longValue()).isEqualTo(9_007_199_254_740_993L);
    assertThat(new NumberText("9007199254740993.0").longValue()).isEqualTo(9_007_199_254_740_993L);
  }

  @Test
  void isEqualToTheSameText() {
    assertThat(new NumberText("1.0"))
        .isEqualTo(new NumberText("1.0"))
        .hasSameHashCodeAs(new NumberText("1.0"))
        .isNotEqualTo(new NumberText("1.00"))
        .isNotEqualTo("1.0");
    assertThat(new NumberText("1.0").hashCode()).isNotEqualTo(new NumberText("2.0").hashCode());
  }
}
