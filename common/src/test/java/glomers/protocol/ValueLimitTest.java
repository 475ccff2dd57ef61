package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueLimitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7                     | 1",
        "[1,2,3]               | 4",
        "{\"a\":1,\"b\":[2]}   | 6",
        "[[],[]]               | 5",
        "\"[,:{\"              | 1",
        "[\"\\\"[,\",\"\\\\\",1] | 4",
        "[[1,[2,               | 6",
        "[1,\"[,[,[,           | 3",
        "\"\\                  | 1",
      })
  void countsByPunctuationOutsideStrings(String line, long values) {
    assertThat(ValueLimit.count(line)).isEqualTo(values);
  }

  @Test
  void emptyLineHoldsOneAtMost() {
    assertThat(ValueLimit.count("")).isEqualTo(1);
  }

  @Test
  void isNeverLessThanWhatTheTreeHolds() {
    for (int seed = 0; seed < 2_000; seed++) {
      JsonElement tree = new RandomValues(new SplittableRandom(seed)).json(4);
      long size = size(tree);
      assertThat(ValueLimit.count(tree.toString())).as("seed %d", seed).isBetween(size, 2 * size);
    }
  }

  private static long size(JsonElement tree) {
    if (tree instanceof JsonArray list) {
      return 1 + sum(StreamSupport.stream(list.spliterator(), false));
    } else if (tree instanceof JsonObject object) {
      return 1 + object.size() + sum(object.asMap().values().stream());
    }
    return 1;
  }

  private static long sum(Stream<JsonElement> parts) {
    return parts.mapToLong(ValueLimitTest::size).sum();
  }
}
