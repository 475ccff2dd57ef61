package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import glomers.protocol.json.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lines read and written as text, and the same lines by way of a tree. */
class TextAndTreeTest {
  private static final int SEEDS = 3_000;
  private static final String PIECES = "\"\\{}[]:, \t0123456789-+.eEtruefalsn\u2028\u0001é";

  record Plain(
      int number,
      long longNumber,
      String text,
      boolean flag,
      List<Integer> numbers,
      Set<String> texts,
      Map<String, Long> counts,
      Optional<Pair> maybe,
      List<Pair> pairs,
      JsonElement json)
      implements Body {}

  record Pair(String key, double value) {}

  @Test
  void decodesUsualLinesAlike() {
    int usual = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      String line = line(new RandomValues(new SplittableRandom(seed)), seed);
      usual += agree(line, seed) ? 1 : 0;
    }
    assertThat(usual).describedAs("lines that need no tree").isGreaterThan(SEEDS / 4);
  }

  @Test
  @DisplayName("what the fast way takes of damaged lines, the strict parser takes, too, and alike")
  void decodesDamagedLinesAlike() {
    int usual = 0;
    for (int seed = 0; seed < 10 * SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      usual += agree(damaged(line(new RandomValues(random), seed), random), seed) ? 1 : 0;
    }
    assertThat(usual).describedAs("damaged lines that need no tree").isGreaterThan(SEEDS / 2);
  }

  @Test
  void writesElementsAsGsonDoes() {
    for (int seed = 0; seed < SEEDS; seed++) {
      JsonElement json = new RandomValues(new SplittableRandom(seed)).jsonObject(4);
      String text = new Message("a", "b", json.getAsJsonObject()).bodyJson();
      assertThat(text).describedAs("seed %s", seed).isEqualTo(json.toString());
    }
  }

  /** Whether the line is of the usual form. */
  private static boolean agree(String line, int seed) {
    if (!(BodyText.read(line, false) instanceof Reading.Usual<Message> usual)) {
      return false;
    }
    Message fast = usual.value();
    Message slow = EnvelopeReader.read(line, false);
    assertThat(fast).describedAs("message of seed %s", seed).isEqualTo(slow);
    assertThat(fast.type()).isEqualTo(slow.type());
    assertThat(fast.msgId()).isEqualTo(slow.msgId());
    assertThat(fast.inReplyTo()).isEqualTo(slow.inReplyTo());
    assertThat(fast.body()).hasToString(slow.body().toString());
    assertThat(body(fast)).describedAs("body of seed %s", seed).isEqualTo(body(slow));
    assertThat(strictBody(fast)).describedAs("seed %s", seed).isEqualTo(strictBody(slow));
    assertThat(BodyText.read(line, true) instanceof Reading.Unusual || strict(line)).isTrue();
    return true;
  }

  private static boolean strict(String line) {
    return EnvelopeReader.read(line, true) != null;
  }

  private static String body(Message message) {
    try {
      return Codec.body(message, Plain.class).toString();
    } catch (RpcException e) {
      return e.text();
    }
  }

  private static String strictBody(Message message) {
    try {
      return Codec.strictBody(message, Plain.class).toString();
    } catch (RpcException e) {
      return e.text();
    }
  }

  private static String line(RandomValues values, int seed) {
    Plain body =
        new Plain(
            values.integer(),
            values.integer(),
            "text " + seed,
            values.flag(),
            values.list(values::integer),
            values.set(() -> "é" + values.integer()),
            values.map(() -> (long) values.integer()),
            values.maybe(() -> new Pair("k", values.real())),
            values.list(() -> new Pair("日本", values.integer())),
            JsonParser.parseString(values.flag() ? "{\"a\":[1,2.5,null]}" : "-0"));
    return Codec.encode("n1", "n2", body, OptionalLong.of(seed), OptionalLong.empty());
  }

  private static String damaged(String line, RandomGenerator random) {
    int start = random.nextInt(line.length());
    int end = Math.min(line.length(), start + random.nextInt(3));
    int piece = random.nextInt(PIECES.length());
    String inserted = random.nextBoolean() ? "" : PIECES.substring(piece, piece + 1);
    return line.substring(0, start) + inserted + line.substring(end);
  }
}
