package glomers.workbench.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private static List<Long> draw(RandomGenerator random, int count) {
    return random.longs(count).boxed().toList();
  }

  private static List<Long> draw(long seed, String concern) {
    return draw(new RandomStreams(seed).of(concern), 200);
  }

  @Test
  void sameSeedAndConcernGiveSameNumbers() {
    assertThat(draw(7, "network")).isEqualTo(draw(7, "network"));
    RandomStreams streams = new RandomStreams(7);
    assertThat(draw(streams.of("nemesis"), 50)).isEqualTo(draw(streams.of("nemesis"), 50));
  }

  @Test
  void drawsOfOneConcernKeepOthers() {
    RandomStreams streams = new RandomStreams(7);
    RandomGenerator network = streams.of("network");
    RandomGenerator nemesis = streams.of("nemesis");
    network.nextLong();
    long first = nemesis.nextLong();
    network.nextLong();
    network.nextLong();
    assertThat(List.of(first, nemesis.nextLong())).isEqualTo(draw(streams.of("nemesis"), 2));
  }

  @Test
  void concernsDoNotShareNumbers() {
    Set<Long> all = new HashSet<>();
    List<String> concerns =
        List.of("network", "nemesis", "generator", "node n0", "node n1", "node Aa", "node BB");
    concerns.forEach(concern -> all.addAll(draw(7, concern)));
    assertThat(all).hasSize(200 * concerns.size());
  }

  /** A source whose numbers are those of its neighbour, moved by one, would be no other test. */
  @Test
  void neighbouringSeedsDoNotShareNumbers() {
    Set<Long> all = new HashSet<>();
    for (long seed = -50; seed < 50; seed++) {
      all.addAll(draw(seed, "network"));
    }
    assertThat(all).hasSize(100 * 200);
  }
}
