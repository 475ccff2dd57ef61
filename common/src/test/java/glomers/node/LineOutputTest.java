package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineOutputTest {
  private final RecordingOutput recorded = new RecordingOutput();
  private final LineOutput out = new LineOutput(recorded);

  @Test
  void gathersLinesUntilTheyAreFlushed() throws IOException {
    out.add("a");
    out.add("");
    out.add("é");
    assertThat(recorded.writes()).isEmpty();
    out.flush();
    assertThat(recorded.writes()).containsExactly("a\n\né\n");
  }

  @Test
  void writesNothingIfThereIsNothing() throws IOException {
    out.flush();
    out.add("a");
    out.flush();
    out.flush();
    assertThat(recorded.writes()).hasSize(1);
  }

  @Test
  void writesWholeLinesInOrder() throws IOException {
    for (int seed = 0; seed < 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RecordingOutput written = new RecordingOutput();
      LineOutput lines = new LineOutput(written);
      List<String> added = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String line = i + "é".repeat(random.nextInt(1 << random.nextInt(1, 17)));
        added.add(line);
        lines.add(line);
      }
      lines.flush();
      assertThat(written.writes()).describedAs("seed %s", seed).allMatch(w -> w.endsWith("\n"));
      assertThat(written.lines().equals(added)).describedAs("seed %s", seed).isTrue();
    }
  }

  @Test
  void writesLineAsLongAsBuffer() throws IOException {
    for (int length : new int[] {(32 << 10) - 1, 32 << 10, (32 << 10) + 1}) {
      out.add("x".repeat(length));
      out.flush();
    }
    assertThat(recorded.writes()).hasSize(3);
    assertThat(recorded.lines()).extracting(String::length).containsExactly(32767, 32768, 32769);
  }

  @Test
  void flushesLongLine() throws IOException {
    LineOutput buffered = new LineOutput(new BufferedOutputStream(recorded, 1 << 20));
    buffered.add("x".repeat(100_000));
    buffered.flush();
    assertThat(recorded.lines()).hasSize(1);
  }
}
