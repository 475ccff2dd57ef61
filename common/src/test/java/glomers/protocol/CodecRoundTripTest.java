package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodecRoundTripTest {
  private static final int SEEDS = 500;

  @Test
  void whateverIsSentArrives() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomValues values = new RandomValues(new SplittableRandom(seed));
      String src = values.text();
      String dest = values.text();
      Everything body = Everything.random(values);
      OptionalLong msgId = number(values);
      OptionalLong inReplyTo = number(values);

      String line = Codec.encode(src, dest, body, msgId, inReplyTo);
      Message message = Codec.decode(overTheWire(line));

      assertThat(message.src()).describedAs("src of seed %s", seed).isEqualTo(src);
      assertThat(message.dest()).describedAs("dest of seed %s", seed).isEqualTo(dest);
      assertThat(message.type()).contains("everything");
      assertThat(message.msgId()).describedAs("msg_id of seed %s", seed).isEqualTo(msgId);
      assertThat(message.inReplyTo()).isEqualTo(inReplyTo);
      Everything received = Codec.body(message.body(), Everything.class);
      assertThat(received).describedAs("body of seed %s", seed).isEqualTo(body);
      assertThat(received).describedAs("digits of seed %s", seed).hasToString(body.toString());
    }
  }

  @Test
  void readAndWrittenMessageIsSameLine() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomValues values = new RandomValues(new SplittableRandom(seed));
      Message message = new Message(values.text(), values.text(), values.jsonObject(4));
      String line = Codec.encode(message);
      assertThat(Codec.encode(Codec.decode(overTheWire(line))))
          .describedAs("line of seed %s", seed)
          .isEqualTo(line);
    }
  }

  @Test
  void whatIsWrittenIsJsonOfOneLine() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomValues values = new RandomValues(new SplittableRandom(seed));
      String line =
          Codec.encode("a", "b", Everything.random(values), number(values), number(values));
      assertThat(line).doesNotContain("\n", "\r");
      assertThat(JsonParser.parseString(line).isJsonObject()).isTrue();
    }
  }

  private static OptionalLong number(RandomValues values) {
    return values.flag() ? OptionalLong.of(values.longInteger()) : OptionalLong.empty();
  }

  private static String overTheWire(String line) {
    return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
