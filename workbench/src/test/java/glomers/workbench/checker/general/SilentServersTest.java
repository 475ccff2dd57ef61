package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.network.NetworkStats;
import glomers.workbench.network.Sent;
import org.junit.jupiter.api.Test;

class SilentServersTest {
  private final NetworkStats network = new NetworkStats();

  @Test
  void tellsThatNobodySharesAnything() {
    network.sent(0, Sent.message("c1", "n0", 0));
    assertThat(SilentServers.note("kafka", 2, network))
        .hasValueSatisfying(note -> assertThat(note).startsWith("In the whole run no node sent"));
  }

  @Test
  void callsOfServicesCount() {
    network.sent(0, Sent.message("n0", "lin-kv", 0));
    assertThat(SilentServers.note("kafka", 2, network)).isEmpty();
  }

  @Test
  void nodesThatNeedNotKnowOfEachOtherMayBeSilent() {
    assertThat(SilentServers.note("unique-ids", 3, network)).isEmpty();
    assertThat(SilentServers.note("echo", 3, network)).isEmpty();
    assertThat(SilentServers.note("kafka", 1, network)).isEmpty();
  }
}
