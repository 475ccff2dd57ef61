package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderLimitTest {
  private static final int BLOCK = 8;
  private static final int LIMIT = 100;

  private final List<Long> overlong = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 100, 1000})
  void aLineOfExactlyTheLimitIsRead(int chunkBytes) throws IOException {
    String longest = "x".repeat(LIMIT);
    assertThat(lines(longest + "\nnext\n" + longest, chunkBytes))
        .containsExactly(longest, "next", longest);
    assertThat(overlong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 100, 1000})
  void aLineOfOneByteMoreIsSkippedAndReported(int chunkBytes) throws IOException {
    assertThat(lines("before\n" + "x".repeat(LIMIT + 1) + "\nafter\n", chunkBytes))
        .containsExactly("before", "after");
    assertThat(overlong).containsExactly(LIMIT + 1L);
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 102, 199, 200, 201, 202, 203, 303, 1000, 12_345})
  void theReportedLengthIsThatOfTheLine(int length) throws IOException {
    assertThat(lines("x".repeat(length) + "\nafter\n", 7)).containsExactly("after");
    assertThat(overlong).containsExactly((long) length);
  }

  @Test
  void theLimitCountsBytesNotCharacters() throws IOException {
    assertThat(lines("é".repeat(LIMIT / 2) + "\n" + "é".repeat(LIMIT / 2 + 1) + "\n", 10))
        .containsExactly("é".repeat(LIMIT / 2));
    assertThat(overlong).containsExactly(LIMIT + 2L);
  }

  @Test
  void reportsEachOverlongLine() throws IOException {
    String text = "x".repeat(150) + "\n" + "y".repeat(250) + "\nok\n" + "z".repeat(350) + "\n";
    assertThat(lines(text, 11)).containsExactly("ok");
    assertThat(overlong).containsExactly(150L, 250L, 350L);
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 102, 150, 202, 1000})
  void anOverlongLineAtTheEndIsReportedWithoutALineBreakToo(int length) throws IOException {
    assertThat(lines("ok\n" + "x".repeat(length), 13)).containsExactly("ok");
    assertThat(overlong).containsExactly((long) length);
  }

  @Test
  void boundsAndReleasesMemory() throws IOException {
    ChunkedInput in = ChunkedInput.of("x".repeat(10_000) + "\n", "ab\n", "cd\n");
    assertThat(LineReaderTest.all(reader(in))).containsExactly("ab", "cd");
    assertThat(in.largestBufferBytes()).isEqualTo(LIMIT + 1);
    assertThat(in.lastBufferBytes()).isEqualTo(BLOCK);
  }

  @Test
  void theLongestLineThatIsReadHas32Megabytes() {
    assertThat(LineReader.LINE_BYTES_MAX).isEqualTo(32 * 1024 * 1024);
  }

  private List<String> lines(String text, int chunkBytes) throws IOException {
    return LineReaderTest.all(reader(ChunkedInput.of(text, chunkBytes)));
  }

  private LineReader reader(ChunkedInput in) {
    return new LineReader(in, overlong::add, BLOCK, LIMIT);
  }
}
