package glomers.workbench.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.protocol.RpcException;
import glomers.workbench.disk.Keeper.Begin;
import glomers.workbench.disk.Keeper.Keep;
import glomers.workbench.disk.Keeper.KeepOk;
import glomers.workbench.disk.Keeper.Kept;
import glomers.workbench.disk.Keeper.KeptOk;
import glomers.workbench.fault.Unsynced;
import glomers.workbench.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a node whose disk or power has a fault. */
class DiskFaultsTest {
  private final Scenario<Keeper> scenario = Scenario.of(Keeper::new, 2, Duration.ofMillis(1), 1);

  @BeforeEach
  void keepOne() {
    keep(1);
  }

  private void keep(long value) {
    scenario.call("n0", new Keep(value), KeepOk.class);
  }

  private List<Long> kept() {
    return scenario.call("n0", new Kept(), KeptOk.class).values();
  }

  private void assertDown() {
    assertThatThrownBy(this::kept).isInstanceOf(RpcException.class);
  }

  @Test
  void crashLeavesWhatTheTestSays() {
    scenario.send("n0", new Begin(2));
    scenario.advance(Duration.ofNanos(1));
    scenario.crash("n0", Unsynced.KEPT);
    scenario.restart("n0");
    assertThat(kept()).containsExactly(1L, 2L);
    scenario.send("n0", new Begin(3));
    scenario.advance(Duration.ofNanos(1));
    scenario.crash("n0", Unsynced.LOST);
    scenario.restart("n0");
    assertThat(kept()).containsExactly(1L, 2L);
  }

  @Test
  void powerCrashesAllNodes() {
    scenario.powerOff();
    assertDown();
    scenario.powerOn();
    assertThat(kept()).containsExactly(1L);
  }

  @Test
  void powerDoesNotReviveCrashedNode() {
    scenario.crash("n0");
    scenario.powerOff();
    scenario.powerOn();
    assertDown();
    scenario.restart("n0");
    assertThat(kept()).containsExactly(1L);
  }

  @Test
  void slowDiskTakesLonger() {
    scenario.slowDisk("n0");
    Duration before = scenario.now();
    keep(2);
    assertThat(scenario.now().minus(before))
        .isBetween(Duration.ofMillis(10), Duration.ofSeconds(1));
    scenario.mendDisk("n0");
    before = scenario.now();
    keep(3);
    assertThat(scenario.now().minus(before)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void failedWriteEndsNodeUntilMended() {
    scenario.failDisk("n0");
    assertThatThrownBy(() -> keep(2)).isInstanceOf(RpcException.class);
    assertThat(scenario.log("n0")).last().asString().contains("the disk has failed: could not");
    scenario.mendDisk("n0");
    assertThat(kept()).startsWith(1L);
    keep(3);
    assertThat(kept()).endsWith(3L);
  }

  @Test
  void fullDiskEndsNodeUntilMended() {
    scenario.fillDisk("n0");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                keep(i);
              }
            })
        .isInstanceOf(RpcException.class);
    assertThat(scenario.log("n0")).last().asString().contains("the disk is full");
    scenario.mendDisk("n0");
    assertThat(kept()).startsWith(1L);
  }

  @Test
  void corruptNodeRefusesToStartUntilRestored() {
    scenario.corrupt("n0");
    assertDown();
    assertThat(scenario.log("n0")).last().asString().contains("the file log", "at offset");
    scenario.restore("n0");
    assertThat(kept()).containsExactly(1L);
  }

  @Test
  void fileThatNobodyHasDamagedMustBeReadable() {
    Scenario<?> other = Scenario.of(Forgetful::new, 1, Duration.ofMillis(1), 1);
    other.call("n0", new Keep(1), KeepOk.class);
    other.crash("n0");
    assertThatThrownBy(() -> other.restart("n0"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("node n0 has ended itself")
        .hasMessageContaining("no reader for this type");
  }

  /** Has no reader for what it writes. */
  private static final class Forgetful {
    Forgetful(glomers.node.Node node) {
      glomers.storage.Storage storage = node.storage();
      storage.replay();
      node.onAsync(
          Keep.class,
          request -> {
            storage.append(request.body());
            return storage.sync().thenApply(done -> new KeepOk());
          });
    }
  }
}
