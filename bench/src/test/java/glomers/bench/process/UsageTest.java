package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.process.EchoProgram.Mode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(NothingIsLeft.class)
class UsageTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessIsKnownByWhatItUses() throws IOException {
    try (RunningNode node = RunningNode.startInitialised(EchoProgram.subject(Mode.GOOD))) {
      Usage usage = node.usage();
      assertThat(usage.cpuMillis()).isBetween(10.0, 60_000.0);
      assertThat(usage.residentMegabytes().orElseThrow()).isBetween(5.0, 1_000.0);
      assertThat(usage.peakResidentMegabytes().orElseThrow()).isBetween(5.0, 1_000.0);

      long writes = usage.writes().orElseThrow();
      node.send(RunningNode.Messages.echo(1));
      node.awaitLine();
      assertThat(usage.writes().orElseThrow()).isGreaterThan(writes).isLessThan(writes + 1_000);
    }
  }

  @Test
  void reportsNothingOfEndedProcess() throws IOException {
    RunningNode node = RunningNode.startInitialised(EchoProgram.subject(Mode.GOOD));
    node.close();
    assertThat(node.usage().cpuMillis()).isZero();
    assertThat(node.usage().residentMegabytes()).isEmpty();
    assertThat(node.usage().peakResidentMegabytes()).isEmpty();
    assertThat(node.usage().writes()).isEmpty();
  }
}
