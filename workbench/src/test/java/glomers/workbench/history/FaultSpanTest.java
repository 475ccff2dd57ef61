package glomers.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.fault.FaultEvent.Heal;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.Measure;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FaultSpanTest {
  private static final long MS = 1_000_000;

  @Test
  void lastsFromStartToStop() {
    Partition partition = Partition.between(List.of("n0"), List.of("n1"));
    History history =
        new HistoryBuilder()
            .at(10)
            .nemesis("start-partition", "one")
            .at(11)
            .fault(partition)
            .at(20)
            .fault(Measure.LOSS.to(0.5))
            .at(30)
            .nemesis("stop-partition", null)
            .at(32)
            .fault(new Heal(Partition.NAME))
            .build();
    FaultSpan loss = new FaultSpan(Measure.LOSS.to(0.5), 20 * MS, OptionalLong.empty());
    assertThat(FaultSpan.of(history))
        .containsExactly(new FaultSpan(partition, 10 * MS, OptionalLong.of(30 * MS)), loss);
    assertThat(loss.closedAt(50 * MS).toNanos()).hasValue(50 * MS);
  }

  @Test
  void stopWithoutStartIsNoSpan() {
    assertThat(FaultSpan.of(new HistoryBuilder().fault(Measure.LOSS.to(0)).build())).isEmpty();
  }
}
