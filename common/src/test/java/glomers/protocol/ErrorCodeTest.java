package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  @Test
  void knowsDefiniteNames() {
    assertThat(ErrorCode.isDefinite("abort")).isTrue();
    assertThat(ErrorCode.isDefinite("key-does-not-exist")).isTrue();
    assertThat(ErrorCode.isDefinite("timeout")).describedAs("may have happened").isFalse();
    assertThat(ErrorCode.isDefinite("crash")).isFalse();
    assertThat(ErrorCode.isDefinite("unknown")).isFalse();
    assertThat(ErrorCode.isDefinite("")).isFalse();
  }

  @Test
  void isItsNumber() {
    assertThat(ErrorCode.of(14)).isSameAs(ErrorCode.ABORT);
    assertThat(ErrorCode.of(1000)).isEqualTo(ErrorCode.of(1000)).isNotEqualTo(ErrorCode.of(1001));
    assertThat(ErrorCode.of(1000)).hasSameHashCodeAs(ErrorCode.of(1000));
    assertThat(ErrorCode.of(1000).hashCode()).isNotEqualTo(ErrorCode.of(1001).hashCode());
    assertThat(ErrorCode.of(1000)).isNotEqualTo("unknown").hasToString("unknown (1000)");
  }
}
