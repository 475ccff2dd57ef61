package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** However the input is cut into chunks, the lines are the same. */
class LineReaderPropertyTest {
  private static final int LIMIT = 64;

  @Test
  void randomChunksGiveSameLines() throws IOException {
    for (int seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> read = new ArrayList<>();
      List<Long> overlong = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int count = random.nextInt(12); count > 0; count--) {
        String line = line(random);
        text.append(line).append('\n');
        int bytes = line.getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= LIMIT) {
          read.add(line);
        } else {
          overlong.add((long) bytes);
        }
      }
      if (text.length() > 1 && text.charAt(text.length() - 2) != '\n' && random.nextBoolean()) {
        text.setLength(text.length() - 1); // the last line break may be missing
      }

      List<Long> reported = new ArrayList<>();
      LineReader reader =
          new LineReader(
              chunks(text.toString(), random), reported::add, random.nextInt(1, LIMIT), LIMIT);

      assertThat(LineReaderTest.all(reader)).describedAs("lines of seed %s", seed).isEqualTo(read);
      assertThat(reported).describedAs("skipped of seed %s", seed).isEqualTo(overlong);
    }
  }

  private static String line(SplittableRandom random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(5 * LIMIT) : random.nextInt(20);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < length; i++) {
      line.append(random.nextInt(8) == 0 ? "é" : (char) ('a' + random.nextInt(26)));
    }
    return line.toString();
  }

  private static ChunkedInput chunks(String text, SplittableRandom random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int chunkBytesMax = random.nextInt(1, 200);
    List<byte[]> chunks = new ArrayList<>();
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + random.nextInt(1, chunkBytesMax + 1));
      chunks.add(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return new ChunkedInput(chunks);
  }
}
