package glomers.workbench.report.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.protocol.Message;
import glomers.workbench.network.LossReason;
import glomers.workbench.report.page.ShortRun;
import glomers.workbench.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceLinesTest {
  private final List<TraceEvent> events = new ArrayList<>();

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
    assertThat(lines.get(1)).contains("c1 → n0  write");
    assertThat(lines.get(2)).contains("n0 ✕ n1  vote");
    assertThat(lines.subList(lines.size() - 3, lines.size()).toString())
        .contains("more events", "c2 → n1  read", "n1 → c2  read_ok");
  }
}
