package glomers.workbench.service;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.SeedTest;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What seq-kv promises its clients, and what it does not. */
class SequentialStoreTest {
  private static String write(Service store, String client, String key, Object value) {
    return Requests.ask(
        store, client, "{\"type\":\"write\",\"key\":\"" + key + "\",\"value\":" + value + "}");
  }

  /** The value of the key x, a number; -1 if it does not exist. */
  private static int read(Service store, String client) {
    String reply = Requests.ask(store, client, "{\"type\":\"read\",\"key\":\"x\"}");
    return reply.contains("read_ok") ? Integer.parseInt(reply.replaceAll("[^0-9]", "")) : -1;
  }

  private static SequentialStore counted(long seed, int last) {
    SequentialStore store = new SequentialStore(Requests.random(seed), () -> 0);
    for (int i = 1; i <= last; i++) {
      write(store, "writer", "x", i);
    }
    return store;
  }

  @SeedTest(50)
  void aWriterReadsItsOwnWrites(long seed) {
    assertThat(read(counted(seed, 20), "writer")).isEqualTo(20);
  }

  @SeedTest(50)
  void readsOfAClientNeverGoBackwards(long seed) {
    SequentialStore store = counted(seed, 31);
    int[] reads = IntStream.range(0, 100).map(i -> read(store, "reader")).toArray();
    assertThat(reads).isSorted();
  }

  @Test
  void aReaderSeesEachStateEquallyOften() {
    int[] seen = new int[5];
    for (int seed = 0; seed < 10_000; seed++) {
      seen[read(counted(seed, 4), "reader") == -1 ? 0 : read(counted(seed, 4), "reader")]++;
    }
    assertThat(Arrays.stream(seen)).allMatch(count -> count > 1_800 && count < 2_200);
  }

  @SeedTest(50)
  void newValueBringsWriterUpToDate(long seed) {
    SequentialStore store = counted(seed, 20);
    write(store, "reader", "y", 1);
    assertThat(read(store, "reader")).isEqualTo(20);
  }

  @Test
  void anOldValueIsWrittenInThePast() {
    int stale = 0;
    for (int seed = 0; seed < 100; seed++) {
      SequentialStore store = counted(seed, 20);
      write(store, "writer", "y", 1);
      write(store, "writer", "x", 21);
      assertThat(write(store, "reader", "x", 20)).isEqualTo("{\"type\":\"write_ok\"}");
      stale += read(store, "writer") == 21 ? 1 : 0;
    }
    assertThat(stale).as("writes without effect on the newest state").isBetween(1, 99);
  }

  @Test
  void casFailsInThePastAndMovesNothing() {
    int failed = 0;
    for (int seed = 0; seed < 100; seed++) {
      SequentialStore store = counted(seed, 20);
      String reply =
          Requests.ask(store, "reader", "{\"type\":\"cas\",\"key\":\"x\",\"from\":20,\"to\":99}");
      failed += reply.contains("error") ? 1 : 0;
      assertThat(read(store, reply.contains("cas_ok") ? "reader" : "writer"))
          .isEqualTo(reply.contains("cas_ok") ? 99 : 20);
    }
    assertThat(failed).as("refused although 20 is the newest value").isGreaterThan(80);
  }

  @Test
  void casFailingOnNewestStateRefreshes() {
    boolean seen = false;
    for (int seed = 0; seed < 100; seed++) {
      SequentialStore store = counted(seed, 2);
      String reply =
          Requests.ask(store, "reader", "{\"type\":\"cas\",\"key\":\"x\",\"from\":1,\"to\":9}");
      assertThat(reply).contains("\"code\":2");
      if (reply.contains("current value 2 is not 1") && read(store, "reader") == 2) {
        seen = true;
      }
    }
    assertThat(seen).isTrue();
  }

  @Test
  void readsOfAClientFarBehindGoBackwards() {
    boolean backwards = false;
    for (int seed = 0; seed < 100; seed++) {
      SequentialStore store = counted(seed, 200);
      int before = read(store, "reader");
      assertThat(before).as("one of the newest 32").isBetween(169, 200);
      backwards |= read(store, "reader") < before;
    }
    assertThat(backwards).isTrue();
  }

  @Test
  void aStaleStoreKeepsItsReadersInThePast() {
    SequentialStore store = new SequentialStore(Requests.random(1), () -> 1);
    write(store, "writer", "x", 1);
    write(store, "reader", "y", 1);
    write(store, "writer", "x", 2);
    for (int i = 0; i < 20; i++) {
      assertThat(read(store, "reader")).isEqualTo(1);
    }
    write(store, "reader", "y", 2);
    assertThat(read(store, "reader")).as("a new value brings it up to date").isEqualTo(2);
  }
}
