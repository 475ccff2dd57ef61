package glomers.workbench.report.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.protocol.Message;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.fault.Measure;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.network.LossReason;
import glomers.workbench.report.page.ShortRun;
import glomers.workbench.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceLinesTest {
  private final List<TraceEvent> events = new ArrayList<>();

  private Op op(long index, OpType type, boolean isFinal) {
    Op op = new Op(index, index, 0, "n0", type, "read", null, null, null, isFinal);
    events.add(new TraceEvent.Operation(op));
    return op;
  }

  private ShortRun run(Op... restsOn) {
    Finding finding = Finding.invalid(Rule.of("stale", ""), "").withOps(List.of(restsOn));
    return new ShortRun("", Optional.of(finding), events, List.of("n0", "n1"), "");
  }

  private void message(String src, String dest, String body, LossReason loss) {
    long time = events.size();
    events.add(
        new TraceEvent.MessageEnded(
            time,
            time,
            time,
            new Message(src, dest, JsonParser.parseString(body).getAsJsonObject()),
            Optional.ofNullable(loss)));
  }

  @Test
  void reasonOfLossStandsBehindLongMessages() {
    message("n0", "n1", "{'type': 'add', 'text': '" + "x".repeat(300) + "'}", LossReason.LOSS);
    assertThat(TraceLines.of(run(), 9))
        .singleElement()
        .asString()
        .hasSize(Screen.COLUMNS_MAX)
        .endsWith("xxx…  (lost: by chance)");
  }

  @Test
  void ofManyOperationsThoseOfTheFindingAreTold() {
    events.add(new TraceEvent.Fault(0, Measure.LOSS.to(0.5)));
    for (int i = 0; i < 300; i++) {
      message("c1", "n1", "{'type': 'add', 'delta': " + i + "}", null);
    }
    Op begun = op(0, OpType.INVOKE, false);
    message("c2", "n0", "{'type': 'read'}", null);
    message("n0", "c2", "{'type': 'read_ok', 'value': 7}", null);
    op(1, OpType.OK, false);
    for (int i = 0; i < 300; i++) {
      message("c1", "n1", "{'type': 'add', 'delta': " + i + "}", null);
    }
    assertThat(TraceLines.of(run(begun), 10))
        .hasSize(10)
        .anyMatch(line -> line.endsWith("50 % of the messages between servers are lost"))
        .anyMatch(line -> line.endsWith("c2 → n0  read"))
        .anyMatch(line -> line.endsWith("n0 → c2  read_ok 7"));
  }

  @Test
  void finalOperationsThatDoNotMatterGiveWayToTheCause() {
    message("c1", "n0", "{'type': 'add', 'delta': 7}", null);
    message("n0", "c1", "{'type': 'add_ok'}", null);
    op(0, OpType.INVOKE, true);
    for (int i = 0; i < 4; i++) {
      message("c2", "n1", "{'type': 'read', 'key': " + i + "}", null);
    }
    Op begun = op(2, OpType.INVOKE, true);
    message("c1", "n0", "{'type': 'read', 'key': 9}", null);
    assertThat(TraceLines.of(run(begun), 5))
        .hasSize(5)
        .anyMatch(line -> line.endsWith("c1 → n0  add 7"))
        .anyMatch(line -> line.endsWith("c1 → n0  read key=9"));
  }

  @Test
  void finalOperationsThatDoNotMatterAreOneLine() {
    Op begun = op(0, OpType.INVOKE, false);
    message("c1", "n0", "{'type': 'read'}", null);
    op(1, OpType.OK, false);
    op(2, OpType.INVOKE, true);
    message("c1", "n0", "{'type': 'read'}", null);
    message("n0", "c1", "{'type': 'read_ok', 'value': 7}", null);
    List<String> lines = TraceLines.of(run(begun), 20);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2))
        .endsWith(
            "the final operations, after time to recover: 2 messages, on which the finding does not"
                + " rest");
  }

  @Test
  void tellsClientsToTheEndWhateverServersSay() {
    message("c1", "n0", "{'type': 'write', 'key': 1}", null);
    for (int i = 0; i < 200; i++) {
      message("n0", "n1", "{'type': 'vote', 'term': " + i + "}", LossReason.PARTITION);
    }
    message("c2", "n1", "{'type': 'read', 'key': 1}", null);
    message("n1", "c2", "{'type': 'read_ok', 'value': 0}", null);
    ShortRun run = new ShortRun("", Optional.empty(), events, List.of("n0", "n1"), "");
    List<String> lines = TraceLines.of(run, 20);
    assertThat(lines).hasSizeLessThanOrEqualTo(20);
    assertThat(lines.get(0)).contains("c1 → n0  write");
    assertThat(lines.get(1)).contains("n0 ✕ n1  vote");
    assertThat(lines.subList(lines.size() - 3, lines.size()).toString())
        .contains("more events", "c2 → n1  read", "n1 → c2  read_ok");
  }
}
