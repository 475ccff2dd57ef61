package glomers.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.Measure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryReaderTest {
  private static History read(String text) throws IOException {
    return HistoryReader.readEdn(new BufferedReader(new StringReader(text)), (f, edn) -> edn);
  }

  @Test
  void faultsAreReadAsEvents() throws IOException {
    History history =
        new HistoryBuilder()
            .nemesis("start-kill", Keyword.of("one"))
            .fault(Act.KILL.to(List.of("n1")))
            .nemesis("start-loss", 0.5)
            .fault(Measure.LOSS.to(0.5))
            .call(0, "read", null, List.of(1L))
            .nemesis("stop-loss", null)
            .fault(Measure.LOSS.to(0))
            .build();
    History stored = read(written(history));
    assertThat(faults(stored)).isEqualTo(faults(history));
    assertThat(written(stored)).isEqualTo(written(history));
  }

  private static List<Optional<FaultEvent>> faults(History history) {
    return history.ops().stream().map(Op::fault).toList();
  }

  private static String written(History history) throws IOException {
    StringWriter out = new StringWriter();
    HistoryWriter.writeEdn(history, out);
    return out.toString();
  }

  @Test
  void unknownFaultIsError() {
    String line = "{:process :nemesis, :type :info, :f :start-flood, :value 3, :index %d, :time 0}";
    assertThatThrownBy(() -> read(line.formatted(0) + "\n" + line.formatted(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2 is no entry of a history")
        .hasMessageContaining("there is no fault that is written as start-flood 3");
  }

  @Test
  void clientsEntryNeedsItsNode() {
    assertThatThrownBy(() -> read("{:process 0, :type :invoke, :f :read, :index 0, :time 0}"))
        .hasMessage(
            "line 1 is no entry of a history: it lacks :node, the id of the node that its process"
                + " talks to, such as \"n0\"");
  }
}
