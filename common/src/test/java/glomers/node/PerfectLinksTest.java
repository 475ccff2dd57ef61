package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PerfectLinksTest {
  record Numbers(long first, List<Integer> items, long received) implements Packet<Integer> {}

  private final List<PerfectLinks<Integer>> made = new ArrayList<>();
  private final List<String> delivered = new ArrayList<>();
  private final TestNode node =
      TestNode.started(
          world ->
              made.add(
                  new PerfectLinks<>(
                      world,
                      Numbers.class,
                      Numbers::new,
                      3,
                      (peer, item) -> delivered.add(peer + ":" + item))));

  private PerfectLinks<Integer> links() {
    return made.get(0);
  }

  private void receive(String peer, String first, String items, String received) {
    node.receive(
        peer
            + " -> n1 {'type':'numbers','first':%s,'items':%s,'received':%s}"
                .formatted(first, items, received));
  }

  private List<String> flushed() {
    node.sent();
    links().flush();
    return node.sent();
  }

  @Test
  void sendsAgainUntilAcknowledged() {
    links().broadcast(7);
    String toN2 = "n1 -> n2 {'type':'numbers','first':0,'items':[7],'received':0}";
    String toN3 = "n1 -> n3 {'type':'numbers','first':0,'items':[7],'received':0}";
    assertThat(flushed()).containsExactly(toN2, toN3);
    assertThat(flushed()).containsExactly(toN2, toN3);
    receive("n2", "0", "[]", "1");
    assertThat(flushed()).containsExactly(toN3);
    receive("n3", "0", "[]", "1");
    assertThat(flushed()).isEmpty();
  }

  @Test
  void acknowledgesOnceWithoutItemsOfItsOwn() {
    receive("n2", "0", "[5,6]", "0");
    assertThat(flushed())
        .containsExactly("n1 -> n2 {'type':'numbers','first':0,'items':[],'received':2}");
    assertThat(flushed()).isEmpty();
  }

  @Test
  @DisplayName("acknowledges again what has arrived again: the acknowledgement was lost")
  void acknowledgesDuplicates() {
    receive("n2", "0", "[5]", "0");
    flushed();
    receive("n2", "0", "[5]", "0");
    assertThat(flushed()).hasSize(1);
    assertThat(delivered).containsExactly("n2:5");
  }

  @Test
  void packetsHoldFewItems() {
    for (int i = 0; i < 5; i++) {
      links().broadcast(i);
    }
    assertThat(flushed().get(0)).contains("'first':0,'items':[0,1,2]");
    receive("n2", "0", "[]", "3");
    assertThat(flushed().get(0)).contains("'first':3,'items':[3,4]");
  }

  @Test
  void deliversInOrderAndOnce() {
    receive("n2", "1", "[6]", "0");
    assertThat(delivered).as("0 is missing").isEmpty();
    receive("n2", "0", "[5,6]", "0");
    receive("n2", "1", "[6,7]", "0");
    receive("n3", "0", "[5]", "0");
    assertThat(delivered).containsExactly("n2:5", "n2:6", "n2:7", "n3:5");
  }

  @Test
  void ignoresWhatNoPeerSays() {
    links().broadcast(7);
    receive("c1", "0", "[5]", "1");
    receive("n2", "-1", "[5]", "9");
    receive("n2", "-9223372036854775808", "[5]", "-9223372036854775808");
    receive("n2", "9223372036854775807", "[5]", "9223372036854775807");
    assertThat(delivered).isEmpty();
    assertThat(flushed()).hasSize(2).allMatch(line -> line.contains("[7],'received':0"));
  }

  @Test
  @DisplayName("delivers everything once, in order, over a network that does what it likes")
  void survivesLossDuplicationAndReordering() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PerfectLink<Integer> here = new PerfectLink<>();
      PerfectLink<Integer> there = new PerfectLink<>();
      List<Numbers> toThere = new ArrayList<>();
      List<Numbers> toHere = new ArrayList<>();
      List<Integer> arrived = new ArrayList<>();
      Queue<Integer> items = new ArrayDeque<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
      for (int step = 0; step < 300; step++) {
        switch (random.nextInt(4)) {
          case 0 -> {
            if (!items.isEmpty()) {
              here.append(items.remove());
            }
          }
          case 1 -> toThere.add(here.next(2, Numbers::new));
          case 2 -> take(toThere, random).forEach(p -> arrived.addAll(there.receive(p)));
          default -> {
            toHere.add(there.next(2, Numbers::new));
            take(toHere, random).forEach(here::receive);
          }
        }
      }
      for (int round = 0; round < 9; round++) {
        items.forEach(here::append);
        items.clear();
        arrived.addAll(there.receive(here.next(2, Numbers::new)));
        here.receive(there.next(2, Numbers::new));
      }
      assertThat(arrived).as("seed " + seed).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(here.hasNews()).isFalse();
    }
  }

  /** One of the packets under way, which may stay under way; or none, and all are lost. */
  private static List<Numbers> take(List<Numbers> packets, SplittableRandom random) {
    if (packets.isEmpty() || random.nextInt(3) == 0) {
      packets.clear();
      return List.of();
    }
    int at = random.nextInt(packets.size());
    return List.of(random.nextBoolean() ? packets.remove(at) : packets.get(at));
  }
}
