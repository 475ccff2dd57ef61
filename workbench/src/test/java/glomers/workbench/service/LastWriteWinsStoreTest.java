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
  void halfOfTheReadsMissTheWriteBefore() {
    int missed = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Service store = new LastWriteWinsStore(Requests.random(seed));
      ask(store, "{'type':'write','key':1,'value':2}");
      missed += ask(store, "{'type':'read','key':1}").contains("\"code\":20") ? 1 : 0;
    }
    assertThat(missed).isBetween(430, 570);
  }

  @SeedTest(20)
  void replicasNeverConverge(long seed) {
    Service store = new LastWriteWinsStore(Requests.random(seed));
    ask(store, "{'type':'write','key':1,'value':2}");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      ask(store, "{'type':'read','key':2}");
    }
    for (int i = 0; i < 50; i++) {
      seen.add(ask(store, "{'type':'read','key':1}"));
    }
    assertThat(seen).hasSize(2);
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
