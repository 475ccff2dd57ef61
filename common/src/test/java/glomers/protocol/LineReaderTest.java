package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void splitsOneBlockIntoManyLines() throws IOException {
    LineReader reader = reader(ChunkedInput.of("a\nb\nc\n"));
    assertThat(reader.fill()).isTrue();
    assertThat(available(reader)).containsExactly("a", "b", "c");
    assertThat(reader.fill()).isFalse();
  }

  @Test
  void hasNoLineBeforeItIsFilled() {
    assertThat(reader(ChunkedInput.of("a\n")).next()).isNull();
  }

  @Test
  void readsOneBlockAFillAndNoMore() throws IOException {
    ChunkedInput in = ChunkedInput.of("a\n", "b\n");
    LineReader reader = reader(in);
    reader.fill();
    assertThat(available(reader)).containsExactly("a");
    assertThat(in.reads()).isEqualTo(1);
  }

  @Test
  void joinsALineThatSpansBlocks() throws IOException {
    LineReader reader = reader(ChunkedInput.of("one\ntw", "o", "\nthree", "\n"));
    reader.fill();
    assertThat(available(reader)).containsExactly("one");
    reader.fill();
    assertThat(available(reader)).isEmpty();
    reader.fill();
    assertThat(available(reader)).containsExactly("two");
    reader.fill();
    assertThat(available(reader)).containsExactly("three");
    assertThat(reader.fill()).isFalse();
  }

  @Test
  void showsTheLineThatHasArrivedInPart() throws IOException {
    LineReader reader = reader(ChunkedInput.of("one\ntw", "o\n"));
    reader.fill();
    assertThat(available(reader)).containsExactly("one");
    assertThat(reader.unfinished()).isEqualTo("tw");
    reader.fill();
    assertThat(available(reader)).containsExactly("two");
    assertThat(reader.unfinished()).isEmpty();
  }

  @Test
  void readsByteByByte() throws IOException {
    assertThat(all(reader(ChunkedInput.of("é\n\n😀日本\n", 1)))).containsExactly("é", "", "😀日本");
  }

  @Test
  void keepsEmptyLines() throws IOException {
    assertThat(all(reader(ChunkedInput.of("\n\na\n\n")))).containsExactly("", "", "a", "");
  }

  @Test
  void leavesACarriageReturnInTheLine() throws IOException {
    assertThat(all(reader(ChunkedInput.of("a\r\nb\rc\n")))).containsExactly("a\r", "b\rc");
  }

  @Test
  void theLastLineNeedsNoLineBreak() throws IOException {
    LineReader reader = reader(ChunkedInput.of("a\nb"));
    reader.fill();
    assertThat(available(reader)).containsExactly("a");
    assertThat(reader.fill()).describedAs("there is a line left at the end").isTrue();
    assertThat(available(reader)).containsExactly("b");
    assertThat(reader.fill()).isFalse();
    assertThat(reader.next()).isNull();
  }

  @Test
  void anEmptyInputHasNoLines() throws IOException {
    LineReader reader = reader(ChunkedInput.of());
    assertThat(reader.fill()).isFalse();
    assertThat(reader.fill()).isFalse();
    assertThat(reader.next()).isNull();
  }

  @Test
  void readsLineLongerThanBlock() throws IOException {
    String line = "x".repeat(10 << 20);
    List<String> lines = all(reader(ChunkedInput.of(line + "\nshort\n", 1 << 16)));
    assertThat(lines).hasSize(2).last().isEqualTo("short");
    assertThat(lines.get(0).equals(line)).isTrue();
  }

  @Test
  void anInputThatFailsFailsTheFill() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatIOException().isThrownBy(() -> reader(failing).fill()).withMessage("gone");
  }

  private static LineReader reader(InputStream in) {
    return new LineReader(
        in,
        bytes -> {
          throw new AssertionError("a line of " + bytes + " bytes is not too long");
        });
  }

  static List<String> all(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (reader.fill()) {
      lines.addAll(available(reader));
    }
    return lines;
  }

  private static List<String> available(LineReader reader) {
    List<String> lines = new ArrayList<>();
    for (String line = reader.next(); line != null; line = reader.next()) {
      lines.add(line);
    }
    return lines;
  }
}
