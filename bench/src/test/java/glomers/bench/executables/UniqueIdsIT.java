package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.bench.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged executable, through its standard streams. */
class UniqueIdsIT {
  private static final Program UNIQUE_IDS = Program.of(Workspace.executable("unique-ids"));

  @Test
  void idsDifferOverRequestsNodesAndIncarnations() {
    List<String> ids = new ArrayList<>();
    for (String node : List.of("n0", "n1", "n0")) { // the second n0 is the first one, restarted
      ids.addAll(ids(node, 100));
    }
    assertThat(ids).hasSize(300).doesNotHaveDuplicates();
  }

  private static List<String> ids(String node, int count) {
    StringBuilder input =
        new StringBuilder(
            """
            {"src":"c0","dest":"%s","body":{"type":"init","msg_id":1,"node_id":"%s","node_ids":["n0","n1"]}}
            """
                .formatted(node, node));
    for (int i = 2; i < count + 2; i++) {
      input.append(
          """
          {"src":"c1","dest":"%s","body":{"type":"generate","msg_id":%d}}
          """
              .formatted(node, i));
    }
    List<String> lines = UNIQUE_IDS.run(input.toString()).lines();
    return lines.subList(1, lines.size()).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject().getAsJsonObject("body"))
        .map(body -> body.get("id").getAsString())
        .toList();
  }
}
