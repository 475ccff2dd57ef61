package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.cluster.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged executable, through its standard streams. */
class BroadcastIT {
  private static final Program BROADCAST =
      Program.of(Path.of("target/broadcast-3e-hub").toAbsolutePath());
  private static final String INIT =
      """
      {"src":"c0","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0","n1","n2"]}}
      """;

  @Test
  void remembersValuesOfClientsAndNodes() {
    Program.Outcome outcome =
        BROADCAST.run(
            INIT
                + """
                {"src":"c1","dest":"n0","body":{"type":"topology","msg_id":1,"topology":{"n0":["n1"]}}}
                {"src":"c1","dest":"n0","body":{"type":"broadcast","msg_id":2,"message":7}}
                {"src":"n1","dest":"n0","body":{"type":"update","batches":[{"origin":"n1-a","sequence":0,"values":[5,3]}],"repaired":false,"tick":true}}
                {"src":"n1","dest":"n0","body":{"type":"update","batches":[{"origin":"n1-a","sequence":1,"values":[3,9]}],"repaired":false,"tick":true}}
                {"src":"c1","dest":"n0","body":{"type":"read","msg_id":3}}
                """);
    assertThat(outcome.lines())
        .contains(
            "{\"src\":\"n0\",\"dest\":\"c1\",\"body\":{\"type\":\"topology_ok\",\"in_reply_to\":1}}",
            "{\"src\":\"n0\",\"dest\":\"c1\",\"body\":{\"type\":\"broadcast_ok\",\"in_reply_to\":2}}",
            "{\"src\":\"n0\",\"dest\":\"c1\",\"body\":{\"type\":\"read_ok\",\"in_reply_to\":3,"
                + "\"messages\":[7,5,3,9]}}");
    assertThat(outcome.exitStatus()).isZero();
  }

  @Test
  void namesWrongSettings() {
    Program.Outcome outcome = BROADCAST.with("BROADCAST_FLUSH_INTERVAL_MS", "soon").run(INIT);
    assertThat(outcome.lines())
        .singleElement()
        .asString()
        .contains(
            "\"type\":\"error\"",
            "BROADCAST_FLUSH_INTERVAL_MS=soon: must be a number of milliseconds");
  }
}
