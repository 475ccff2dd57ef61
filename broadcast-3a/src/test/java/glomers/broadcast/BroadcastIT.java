package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.cluster.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged executable, through its standard streams. */
class BroadcastIT {
  private static final Program BROADCAST =
      Program.of(Path.of("target/broadcast-3a").toAbsolutePath());
  private static final String INIT =
      """
      {"src":"c0","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0","n1","n2"]}}
      """;
  private static final String INIT_OK =
      """
      {"src":"n0","dest":"c0","body":{"type":"init_ok","in_reply_to":1}}
      """;

  @Test
  void remembersValuesAndOmitsTopology() {
    Program.Outcome outcome =
        BROADCAST.run(
            INIT
                + """
                {"src":"c1","dest":"n0","body":{"type":"topology","msg_id":1,"topology":{"n0":["n1"]}}}
                {"src":"n1","dest":"n0","body":{"type":"broadcast","message":5}}
                {"src":"n2","dest":"n0","body":{"type":"broadcast","message":3}}
                {"src":"n2","dest":"n0","body":{"type":"broadcast","message":5}}
                {"src":"c1","dest":"n0","body":{"type":"read","msg_id":2}}
                """);
    assertThat(outcome.output())
        .isEqualTo(
            INIT_OK
                + """
                {"src":"n0","dest":"c1","body":{"type":"topology_ok","in_reply_to":1}}
                {"src":"n0","dest":"c1","body":{"type":"read_ok","in_reply_to":2,"messages":[5,3]}}
                """);
  }
}
