package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Broken input is refused as malformed, and in no other way. */
class CodecFuzzTest {
  private static final byte[] AWKWARD =
      "{}[]\",:\\eE-+.0u\u0000\t nt/'".getBytes(StandardCharsets.UTF_8);

  @Test
  void everyBeginningOfALineIsRefused() {
    for (int seed = 0; seed < 5; seed++) {
      String line = line(seed);
      for (int length = 0; length < line.length(); length++) {
        Malformed.line(line.substring(0, length));
      }
    }
  }

  @Test
  void everyEndOfALineIsRefused() {
    String line = line(1);
    for (int start = 1; start < line.length(); start++) {
      assertRefusedOrRead(line.substring(start));
    }
  }

  @Test
  void lineWithBytesChangedIsRefusedOrRead() {
    int refused = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = line(seed % 50).getBytes(StandardCharsets.UTF_8);
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        bytes = changed(bytes, random);
      }
      refused += assertRefusedOrRead(new String(bytes, StandardCharsets.UTF_8)) ? 1 : 0;
    }
    assertThat(refused).describedAs("lines that were refused").isBetween(300, 2_999);
  }

  @Test
  void noiseIsRefused() {
    for (int seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = new byte[random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = noise(random);
      }
      Malformed.line(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static String line(int seed) {
    RandomValues values = new RandomValues(new SplittableRandom(seed));
    return Codec.encode(
        "n1", "n2", Everything.random(values), OptionalLong.of(seed), OptionalLong.of(seed));
  }

  private static byte[] changed(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length);
    int length = random.nextInt(1, 4);
    return switch (random.nextInt(4)) {
      case 0 -> splice(bytes, at, 1, new byte[] {noise(random)});
      case 1 -> splice(bytes, at, 0, new byte[] {noise(random)});
      case 2 -> splice(bytes, at, length, new byte[0]);
      default -> {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 10 * length);
        yield splice(bytes, at, 0, Arrays.copyOfRange(bytes, from, to));
      }
    };
  }

  private static byte noise(SplittableRandom random) {
    return random.nextBoolean()
        ? AWKWARD[random.nextInt(AWKWARD.length)]
        : (byte) random.nextInt(256);
  }

  private static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
    int tail = Math.min(bytes.length, at + removed);
    byte[] result = Arrays.copyOf(bytes, at + inserted.length + bytes.length - tail);
    System.arraycopy(inserted, 0, result, at, inserted.length);
    System.arraycopy(bytes, tail, result, at + inserted.length, bytes.length - tail);
    return result;
  }

  /** Whether the line was refused. Fails on any exception but the one that says malformed. */
  private static boolean assertRefusedOrRead(String line) {
    try {
      Message message = Codec.decode(line);
      message.type();
      message.msgId();
      message.inReplyTo();
      Codec.body(message.body(), Everything.class);
      return false;
    } catch (RpcException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
      return true;
    } catch (RuntimeException | java.lang.Error e) {
      throw new AssertionError("not refused properly: " + line, e);
    }
  }
}
