package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {
  private final Log log = new Log();

  private static Batch batch(int from, Integer... values) {
    return new Batch("n1", from, List.of(values));
  }

  @Test
  void addsWhatIsNewAndSaysSo() {
    assertThat(log.add(batch(0, 10, 11))).containsExactly(10, 11);
    assertThat(log.add(batch(1, 11, 12))).containsExactly(12);
    assertThat(log.have()).isEqualTo(Map.of("n1", 3));
    assertThat(log.hasGap()).isFalse();
  }

  @Test
  void keepsWhatComesBeforeItsTurnAndKnowsOfTheGap() {
    assertThat(log.add(batch(2, 12))).containsExactly(12);
    assertThat(log.have()).isEqualTo(Map.of("n1", 0));
    assertThat(log.hasGap()).isTrue();
    log.add(batch(0, 10, 11));
    assertThat(log.have()).isEqualTo(Map.of("n1", 3));
    assertThat(log.hasGap()).isFalse();
  }

  @Test
  void lacksWhatOthersHaveMoreOf() {
    log.add(batch(0, 10));
    assertThat(log.lacks(Map.of("n1", 1))).isFalse();
    assertThat(log.lacks(Map.of("n1", 2))).isTrue();
    assertThat(log.lacks(Map.of("n2", 1))).isTrue();
  }

  @Test
  void aHundredThousandValuesAreSentInMessagesOfBoundedSize() {
    IntStream.range(0, 100_000).forEach(value -> log.append("n1", value));
    List<Share> shares = log.between(Map.of(), log.have());
    assertThat(shares).hasSize(100);
    Log other = new Log();
    shares.forEach(share -> share.batches().forEach(other::add));
    assertThat(other.have()).isEqualTo(log.have());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyOrderOfOverlappingBatchesGivesTheSame(long seed) {
    Random random = new Random(seed);
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < 100; from += 1 + random.nextInt(5)) {
      int end = Math.min(120, from + 6 + random.nextInt(10));
      batches.add(new Batch("n1", from, IntStream.range(from, end).boxed().toList()));
    }
    Collections.shuffle(batches, random);
    List<Integer> added = new ArrayList<>();
    batches.forEach(each -> added.addAll(log.add(each)));
    assertThat(added).doesNotHaveDuplicates();
    assertThat(log.have()).isEqualTo(Map.of("n1", added.size()));
    assertThat(log.hasGap()).isFalse();
  }
}
