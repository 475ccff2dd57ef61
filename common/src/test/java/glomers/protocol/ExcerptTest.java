package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void keepsTextUpToTheLimit() {
    assertThat(Excerpt.of("", 0)).isEmpty();
    assertThat(Excerpt.of("12345", 5)).isEqualTo("12345");
  }

  @Test
  void cutsLongTextAndSaysItsLength() {
    assertThat(Excerpt.of("123456", 5)).isEqualTo("12345… (6 characters)");
  }
}
