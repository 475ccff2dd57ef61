package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EncodedMessageTest {
  private static final int SEEDS = 500;

  /** What is written and read without a tree, and trees. */
  record Plain(
      int number,
      long longNumber,
      boolean flag,
      String text,
      List<Long> numbers,
      Set<String> texts,
      Map<String, Integer> counts,
      Optional<String> maybeText,
      List<JsonElement> jsons)
      implements Body {
    static Plain random(RandomValues values) {
      return new Plain(
          values.integer(),
          values.longInteger(),
          values.flag(),
          values.text(),
          values.list(values::longInteger),
          values.set(values::text),
          values.map(values::integer),
          values.maybe(values::text),
          values.list(() -> values.json(3)));
    }
  }

  record Counts(Map<String, Integer> counts) implements Body {}

  record Tree(JsonElement json) implements Body {}

  @Test
  void isWhatIsReadFromItsLine() {
    int texts = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomValues values = new RandomValues(new SplittableRandom(seed));
      boolean isUsual = seed % 2 == 0;
      Body body = isUsual ? new Counts(Map.of("k" + seed, values.integer())) : Plain.random(values);
      EncodedMessage message =
          isUsual
              ? Codec.write("n0", "c1", body, OptionalLong.of(seed), OptionalLong.empty())
              : Codec.write(values.text(), values.text(), body, number(values), number(values));
      assertSame(message, "seed " + seed);
      assertSame(message.to(values.text()), "copy of seed " + seed);
      texts += message.message().isText() ? 1 : 0;
    }
    assertThat(texts).isBetween(SEEDS / 2, SEEDS - 1);
  }

  private static void assertSame(EncodedMessage message, String description) {
    Message encoded = message.message();
    Message read = Codec.strictDecode(message.line());
    assertThat(encoded.isText()).describedAs(description).isEqualTo(read.isText());
    assertThat(encoded.bodyJson()).describedAs(description).isEqualTo(read.bodyJson());
    assertThat(encoded.type()).isEqualTo(read.type());
    assertThat(encoded.msgId()).describedAs(description).isEqualTo(read.msgId());
    assertThat(encoded.inReplyTo()).describedAs(description).isEqualTo(read.inReplyTo());
    assertThat(encoded).describedAs(description).isEqualTo(read);
  }

  private static OptionalLong number(RandomValues values) {
    return values.flag() ? OptionalLong.of(values.longInteger()) : OptionalLong.empty();
  }

  @Test
  void copyDiffersInReceiverOnly() {
    OptionalLong none = OptionalLong.empty();
    Body body = new Counts(Map.of("a", 1));
    assertThat(Codec.write("n0", "n1", body, none, none).to("n\"2").line())
        .isEqualTo(Codec.encode("n0", "n\"2", body, none, none));
  }

  @Test
  void deepTreesAreReadAsTheyWouldBe() {
    JsonArray tree = new JsonArray();
    for (int depth = 1; depth < 70; depth++) {
      assertSame(write(new Tree(tree)), "depth " + depth);
      JsonArray around = new JsonArray();
      around.add(tree);
      tree = around;
    }
  }

  private static EncodedMessage write(Body body) {
    return Codec.write("n0", "n1", body, OptionalLong.empty(), OptionalLong.empty());
  }
}
