package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
  @ParameterizedTest
  @CsvSource({
    "VALID, 0, Everything looks good! ヽ(‘ー`)ノ",
    "INVALID, 1, Analysis invalid! (ﾉಥ益ಥ）ﾉ ┻━┻",
    "UNKNOWN, 2, 'Errors occurred during analysis, but no anomalies found. ಠ~ಠ'"
  })
  void aFinishedTestEndsLikeMaelstroms(Validity validity, int exitStatus, String lastLine) {
    ExitStatus verdict = ExitStatus.of(validity);
    assertThat(verdict.exitStatus()).isEqualTo(exitStatus);
    assertThat(verdict.lastLine()).isEqualTo(lastLine);
  }

  @Test
  void unfinishedTestHasItsOwnStatus() {
    assertThat(ExitStatus.CRASHED.exitStatus()).isEqualTo(255);
  }
}
