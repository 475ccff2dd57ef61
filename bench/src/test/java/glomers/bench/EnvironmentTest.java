package glomers.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private static final Environment MONDAY =
      new Environment(
          "2 × Abacus 3000, Linux 6.1",
          "Vendor 17.0.15+6",
          LocalDate.of(2026, 2, 2),
          "bench/target/bench --runs 1");

  @Test
  void theSentenceTellsHowWhenAndWhere() {
    assertThat(MONDAY.sentence())
        .isEqualTo(
            "`bench/target/bench --runs 1` on 2026-02-02, Vendor 17.0.15+6,"
                + " 2 × Abacus 3000, Linux 6.1.");
  }

  @Test
  void theMapTellsTheSameByName() {
    assertThat(MONDAY.toMap())
        .containsExactly(
            entry("machine", "2 × Abacus 3000, Linux 6.1"),
            entry("java", "Vendor 17.0.15+6"),
            entry("date", "2026-02-02"),
            entry("command", "bench/target/bench --runs 1"));
  }

  @Test
  void thisMachineAndThisJvmAreNamed() {
    Environment now = Environment.now(List.of());
    assertThat(now.machine())
        .matches("\\d+ × \\S.*, \\S.*")
        .endsWith(System.getProperty("os.name") + " " + System.getProperty("os.version"));
    assertThat(now.java()).endsWith(" " + Runtime.version());
  }

  @Test
  void theCommandIsWhatWasTyped() {
    assertThat(Environment.now(List.of()).command()).isEqualTo("bench/target/bench");
    assertThat(Environment.now(List.of("--runs", "1", "--only=loops")).command())
        .isEqualTo("bench/target/bench --runs 1 --only=loops");
  }
}
