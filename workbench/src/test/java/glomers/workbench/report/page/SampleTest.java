package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.trace.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final long SECOND = 1_000_000_000;

  /** A request and its reply every 10 ms. */
  private static Recording conversations(int count) {
    Recordings recordings = new Recordings();
    for (int i = 0; i < count; i++) {
      recordings.arrived(10L * i, "n0", "n1", "{\"msg_id\":" + i + "}");
      recordings.arrived(10L * i + 5, "n1", "n0", "{\"in_reply_to\":" + i + "}");
    }
    return recordings.recording();
  }

  @Test
  void takesAllThatFits() {
    Recording recording = conversations(50);
    assertThat(Sample.of(recording, List.of(), List.of()))
        .containsExactly(IntStream.range(0, 100).toArray());
  }

  @Test
  void keepsExplainedThenFaultsThenEnds() {
    Recording recording = conversations(2_000); // 20 s
    int[] rows = Sample.of(recording, List.of(1_999), List.of(5 * SECOND), 700, Long.MAX_VALUE);
    assertThat(rows).hasSizeLessThanOrEqualTo(700).contains(1_999);
    // Within half a second of the fault's edge there are some 200 rows.
    assertThat(Arrays.stream(rows).filter(row -> row > 900 && row < 1_100)).hasSize(199);
    assertThat(Arrays.stream(rows).filter(row -> row < 400).count()).isGreaterThan(150);
    assertThat(Arrays.stream(rows).filter(row -> row > 3_600).count()).isGreaterThan(150);
  }

  @Test
  void keepsConversationsWhole() {
    Recording recording = conversations(3_000);
    int[] rows = Sample.of(recording, List.of(), List.of(), 2_000, Long.MAX_VALUE);
    assertThat(rows.length).isBetween(1_800, 2_000);
    int[] middle = Arrays.stream(rows).filter(row -> row >= 500 && row < 5_500).toArray();
    assertThat(middle).hasSizeGreaterThan(900);
    for (int row : middle) {
      assertThat(Arrays.binarySearch(middle, row ^ 1)).as("the other of " + row).isNotNegative();
    }
  }

  @Test
  void boundsTheLengthOfBodies() {
    Recording recording = conversations(1_000);
    int[] rows = Sample.of(recording, List.of(), List.of(), 2_000, 5_000);
    assertThat(Arrays.stream(rows).map(row -> recording.body(row).length()).sum())
        .isBetween(4_500, 5_000);
  }

  @Test
  void emptyRecordingHasNoRows() {
    assertThat(Sample.of(new Recordings().recording(), List.of(), List.of())).isEmpty();
  }
}
