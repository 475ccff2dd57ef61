package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.network.LossReason;
import glomers.workbench.trace.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final Finding MISSING =
      Finding.invalid(Rule.of("missing", "reads have all values"), "n3 lacks 37.")
          .withNodes(List.of("n3"))
          .withValues(List.of(37L));

  private static Explanation explain(Finding finding, Recording recording) {
    return Explanations.of(List.of(finding), recording).get(0);
  }

  @Test
  void countsWhatWasLostOnTheWay() {
    Recording recording =
        new Recordings()
            .arrived(1, "c1", "n1", "{\"message\":37}")
            .lost(2, "n1", "n3", "{\"message\":37}", LossReason.PARTITION)
            .arrived(3, "n1", "n2", "{\"message\":37}")
            .lost(4, "n2", "n3", "{\"messages\":[36,37]}", LossReason.PARTITION)
            .arrived(5, "n2", "n3", "{\"messages\":[36]}")
            .lost(6, "n2", "n3", "{\"messages\":[37]}", LossReason.LOSS)
            .recording();
    Explanation explanation = explain(MISSING, recording);
    assertThat(explanation.sentence())
        .isEqualTo(
            "3 messages from nodes carried value 37 to n3: none arrived, 2 lost (partition), 1 lost"
                + " (loss).");
    assertThat(explanation.rows()).containsExactly(1, 3, 5);
  }

  @Test
  void saysThatNobodySentIt() {
    Recording recording = new Recordings().arrived(1, "c1", "n3", "{\"message\":37}").recording();
    assertThat(explain(MISSING, recording).sentence()).isEqualTo("No node sent value 37 to n3.");
  }

  @Test
  void hasNothingToSayWithoutValues() {
    Recording recording = new Recordings().arrived(1, "n1", "n3", "{}").recording();
    Finding finding = Finding.invalid(Rule.of("stats", "something is ok"), "Nothing was ok.");
    assertThat(explain(finding, recording)).isEqualTo(new Explanation("", List.of()));
  }
}
