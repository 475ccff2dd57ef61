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

class UpdateLogTest {
  private final UpdateLog log = new UpdateLog();

  private static Batch batch(int sequence, Integer... values) {
    return new Batch("n1-a", sequence, List.of(values));
  }

  @Test
  void returnsNewValuesOnly() {
    assertThat(log.add(batch(0, 10, 11))).containsExactly(10, 11);
    assertThat(log.add(batch(1, 11, 12))).containsExactly(12);
    assertThat(log.versionVector()).isEqualTo(Map.of("n1-a", 3));
    assertThat(log.hasGap()).isFalse();
  }

  @Test
  void keepsBackValuesOutOfOrder() {
    assertThat(log.add(batch(2, 12))).as("there is a gap before it").isEmpty();
    assertThat(log.versionVector()).isEqualTo(Map.of("n1-a", 0));
    assertThat(log.hasGap()).isTrue();
    assertThat(log.add(batch(0, 10, 11))).containsExactly(10, 11, 12);
    assertThat(log.versionVector()).isEqualTo(Map.of("n1-a", 3));
    assertThat(log.hasGap()).isFalse();
  }

  @Test
  void forgetsValuesOutOfOrder() {
    log.add(batch(0, 10));
    log.add(batch(2, 12));
    log.forgetOutOfOrder();
    assertThat(log.hasGap()).isFalse();
    assertThat(log.add(batch(1, 11))).as("12 is gone").containsExactly(11);
    assertThat(log.add(batch(2, 12))).containsExactly(12);
  }

  @Test
  void keepsValuesFarAhead() {
    assertThat(log.add(batch(Integer.MAX_VALUE, 3))).isEmpty();
    assertThat(log.add(batch(Integer.MAX_VALUE, 3, 4))).as("numbers end there").isEmpty();
    assertThat(log.add(batch(-1, 4))).isEmpty();
    assertThat(log.hasGap()).as("so that the values before are fetched").isTrue();
    assertThat(log.add(batch(0, 0))).containsExactly(0);
    assertThat(log.versionVector()).isEqualTo(Map.of("n1-a", 1));
  }

  @Test
  void dropsValuesOfTooManyOrigins() {
    for (int i = 0; i < 2 * UpdateLog.ORIGINS_MAX; i++) {
      log.add(new Batch("n2-" + i, 0, List.of(i)));
    }
    assertThat(log.versionVector()).hasSize(UpdateLog.ORIGINS_MAX).containsKey("n2-0");
  }

  @Test
  void boundsWhatIsOutOfOrderInAll() {
    for (int origin = 0; origin < 100; origin++) {
      for (int sequence = 1; sequence <= 1_000; sequence++) {
        log.add(new Batch("n2-" + origin, sequence, List.of(sequence)));
      }
    }
    log.add(batch(1, 11)); // there is no room
    assertThat(log.hasGap()).as("so that it is fetched").isTrue();
    assertThat(log.add(batch(0, 10))).as("11 was not kept").containsExactly(10);
    assertThat(log.add(batch(1, 11, 12))).as("in order").containsExactly(11, 12);
    int kept = 0;
    for (int origin = 0; origin < 100; origin++) {
      kept += log.add(new Batch("n2-" + origin, 0, List.of(0))).size() - 1;
    }
    assertThat(kept).isEqualTo(UpdateLog.OUT_OF_ORDER_MAX);
    assertThat(log.hasGap()).isFalse();
    log.add(batch(4, 14));
    assertThat(log.add(batch(3, 13))).as("there is room again").containsExactly(13, 14);
  }

  @Test
  void ownValuesAreNeverRefused() {
    for (int i = 0; i < UpdateLog.ORIGINS_MAX; i++) {
      log.add(new Batch("n1-" + i, 0, List.of(i)));
    }
    log.append("n1-own", 7);
    assertThat(log.versionVector()).containsEntry("n1-own", 1);
  }

  @Test
  void isBehindWhereOthersHaveMore() {
    log.add(batch(0, 10));
    assertThat(log.isBehind(Map.of("n1-a", 1))).isFalse();
    assertThat(log.isBehind(Map.of("n1-a", 2))).isTrue();
    assertThat(log.isBehind(Map.of("n2-a", 1))).isTrue();
  }

  @Test
  void splitsDeltasIntoMessagesOfBoundedSize() {
    IntStream.range(0, 100_000).forEach(value -> log.append("n1-a", value));
    List<List<Batch>> delta = log.delta(Map.of("n1-a", -1), log.versionVector());
    assertThat(delta).hasSize(100);
    UpdateLog other = new UpdateLog();
    delta.forEach(batches -> batches.forEach(other::add));
    assertThat(other.versionVector()).isEqualTo(log.versionVector());
  }

  @Test
  void messagesHoldManySmallBatches() {
    Batch batch = batch(0, Collections.nCopies(300, 7).toArray(Integer[]::new));
    assertThat(UpdateLog.messages(Collections.nCopies(7, batch)))
        .extracting(List::size)
        .containsExactly(3, 3, 1);
    assertThat(UpdateLog.messages(List.of(batch(0)))).as("an empty batch").hasSize(1);
    assertThat(UpdateLog.messages(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWhateverTheOrderOfBatches(long seed) {
    Random random = new Random(seed);
    List<Batch> batches = new ArrayList<>();
    for (int sequence = 0; sequence < 100; sequence += 1 + random.nextInt(5)) {
      int end = Math.min(120, sequence + 6 + random.nextInt(10));
      batches.add(new Batch("n1-a", sequence, IntStream.range(sequence, end).boxed().toList()));
    }
    Collections.shuffle(batches, random);
    List<Integer> added = new ArrayList<>();
    batches.forEach(each -> added.addAll(log.add(each)));
    assertThat(added).doesNotHaveDuplicates();
    assertThat(log.versionVector()).isEqualTo(Map.of("n1-a", added.size()));
    assertThat(log.hasGap()).isFalse();
  }
}
