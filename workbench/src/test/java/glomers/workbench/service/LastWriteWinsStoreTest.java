package glomers.workbench.service;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.SeedTest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lww-kv promises its clients, and what it does not. */
class LastWriteWinsStoreTest {
  private static String ask(Service store, String body) {
    return Requests.ask(store, "n0", body.replace('\'', '"'));
  }

  @Test
  void aReadMayMissTheWriteBefore() {
    int missed = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Service store = new LastWriteWinsStore(Requests.random(seed));
      ask(store, "{'type':'write','key':1,'value':2}");
      missed += ask(store, "{'type':'read','key':1}").contains("\"code\":20") ? 1 : 0;
    }
    // The read misses it on the other replica, unless the merge before it went there.
    assertThat(missed).isBetween(325, 425);
  }

  @SeedTest(50)
  void readsSettleWhenWritesEnd(long seed) {
    Service store = new LastWriteWinsStore(Requests.random(seed));
    for (int i = 0; i < 10; i++) {
      ask(store, "{'type':'write','key':1,'value':" + i + "}");
    }
    for (int i = 0; i < 100; i++) {
      ask(store, "{'type':'read','key':2}");
    }
    ask(store, "{'type':'write','key':1,'value':99}");
    for (int i = 0; i < 100; i++) {
      ask(store, "{'type':'read','key':2}");
    }
    assertThat(ask(store, "{'type':'read','key':1}")).contains("\"value\":99");
  }

  @Test
  void writesAtTheSameTimeNeverSettle() {
    boolean split = false;
    for (int seed = 0; seed < 100 && !split; seed++) {
      Service store = new LastWriteWinsStore(Requests.random(seed));
      ask(store, "{'type':'write','key':1,'value':2}");
      ask(store, "{'type':'write','key':1,'value':3}");
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        seen.add(ask(store, "{'type':'read','key':1}"));
      }
      split = seen.size() == 2;
    }
    assertThat(split).isTrue();
  }

  @SeedTest(20)
  void casNeverCreates(long seed) {
    Service store = new LastWriteWinsStore(Requests.random(seed));
    String cas = "{'type':'cas','key':1,'from':0,'to':1,'create_if_not_exists':true}";
    for (int i = 0; i < 10; i++) {
      assertThat(ask(store, cas)).contains("\"code\":20");
    }
  }
}
