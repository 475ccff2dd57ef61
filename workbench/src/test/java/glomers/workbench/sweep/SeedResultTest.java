package glomers.workbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.report.ExitStatus;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedResultTest {
  @Test
  void isOneLineOfJson() {
    SeedResult valid =
        new SeedResult(
            7,
            ExitStatus.VALID,
            Map.of("b", 0.1, "a", 2.0),
            Map.of("read", true, "add", false),
            Optional.empty());
    assertThat(valid.toLine())
        .isEqualTo(
            "{\"seed\":7,\"verdict\":\"valid\",\"figures\":{\"a\":2.0,\"b\":0.1},\"ok\":{\"add\":false,\"read\":true}}");
    assertThat(invalid(ExitStatus.INVALID).toLine())
        .isEqualTo(
            "{\"seed\":-9223372036854775808,\"verdict\":\"invalid\",\"figures\":{\"a\":1.0E-300},"
                + "\"ok\":{},\"failure\":{\"description\":\"line 1\\nline 2\",\"replay\":\"again\"}}");
  }

  private static SeedResult invalid(ExitStatus verdict) {
    return new SeedResult(
        Long.MIN_VALUE,
        verdict,
        Map.of("a", 1e-300),
        Map.of(),
        Optional.of(new SeedResult.Failure("line 1\nline 2", "again")));
  }

  @ParameterizedTest
  @EnumSource
  void comesBackFromItsLine(ExitStatus verdict) {
    SeedResult result = invalid(verdict);
    assertThat(SeedResult.ofLine(result.toLine())).isEqualTo(result);
    SeedResult bare = new SeedResult(1, verdict, Map.of(), Map.of("read", true), Optional.empty());
    assertThat(SeedResult.ofLine(bare.toLine())).isEqualTo(bare);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"seed\":1",
        "{\"seed\":1,\"verdict\":\"valid\"}",
        "{\"seed\":1,\"verdict\":\"valid\",\"figures\":{}}",
        "{\"seed\":1,\"verdict\":\"valid\",\"figures\":{},\"ok\":{\"read\":[]}}",
        "{\"seed\":1,\"verdict\":\"good\",\"figures\":{},\"ok\":{}}",
        "{\"seed\":\"one\",\"verdict\":\"valid\",\"figures\":{},\"ok\":{}}",
        "{\"seed\":1,\"verdict\":\"valid\",\"figures\":{\"a\":\"b\"},\"ok\":{}}",
        "{\"seed\":1,\"verdict\":\"valid\",\"figures\":{},\"ok\":{},\"failure\":{}}"
      })
  void refusesOtherLines(String line) {
    assertThatThrownBy(() -> SeedResult.ofLine(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("is no line with a seed");
  }
}
