package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StabilityTest {
  private static final Entry ENTRY = new Entry("k", 0, 10);

  private static Batch with(Entry entry) {
    return new Batch(List.of(entry), Map.of(), Map.of());
  }

  private static Batch seen(String node, long batches) {
    return new Batch(List.of(), Map.of(), Map.of(node, batches));
  }

  @Test
  void ownMessageIsStableOnceAllHaveIt() {
    Stability stability = new Stability("n0", List.of("n0", "n1", "n2"));
    assertThat(stability.take("n0", with(ENTRY))).isEmpty();
    assertThat(stability.take("n1", seen("n0", 1))).isEmpty();
    assertThat(stability.take("n2", seen("n0", 1))).containsExactly(ENTRY);
  }

  @Test
  void ofTwoNodesTheReceiverIsTheLast() {
    Stability stability = new Stability("n1", List.of("n0", "n1"));
    assertThat(stability.take("n0", with(ENTRY))).containsExactly(ENTRY);
    assertThat(stability.taken("n0")).isEqualTo(1);
  }

  @Test
  void laterBatchWaitsForItsOwnAcknowledgement() {
    Stability stability = new Stability("n0", List.of("n0", "n1"));
    Entry second = new Entry("k", 2, 11);
    stability.take("n0", with(ENTRY));
    stability.take("n0", with(second));
    assertThat(stability.take("n1", seen("n0", 1))).containsExactly(ENTRY);
    assertThat(stability.take("n1", seen("n0", 2))).containsExactly(second);
  }

  @Test
  void aloneEverythingIsStable() {
    assertThat(new Stability("n0", List.of("n0")).take("n0", with(ENTRY))).containsExactly(ENTRY);
  }

  @Test
  void unknownNodesCountNot() {
    Stability stability = new Stability("n0", List.of("n0", "n1"));
    assertThat(stability.take("n1", seen("n9", 1))).isEmpty();
  }
}
