package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.cluster.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged executable, through its standard streams. */
class KafkaIT {
  private static final Program KAFKA =
      Program.of(Path.of("target/kafka-5b-journal").toAbsolutePath());
  private static final String INIT =
      """
      {"src":"c0","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]}}
      """;

  @Test
  void asksTheStoreBeforeItAcknowledges() {
    Program.Outcome outcome =
        KAFKA.run(
            INIT
                + """
                {"src":"c1","dest":"n0","body":{"type":"send","msg_id":2,"key":"k","msg":7}}
                {"src":"c1","dest":"n0","body":{"type":"send","msg_id":3,"key":"k","msg":8}}
                {"src":"c1","dest":"n0","body":{"type":"poll","msg_id":4,"offsets":{"k":0,"j":0}}}
                {"src":"c1","dest":"n0","body":{"type":"commit_offsets","msg_id":5,"offsets":{"k":1}}}
                {"src":"c1","dest":"n0","body":{"type":"list_committed_offsets","msg_id":6,"keys":["k","j"]}}
                """);
    assertThat(outcome.output().lines())
        .hasSize(4)
        .anyMatch(
            line -> line.contains("\"dest\":\"lin-kv\",\"body\":{\"type\":\"cas\",\"msg_id\":1"))
        .contains(
            """
            {"src":"n0","dest":"c0","body":{"type":"init_ok","in_reply_to":1}}""",
            """
            {"src":"n0","dest":"c1","body":{"type":"poll_ok","in_reply_to":4,"msgs":{}}}""",
            """
            {"src":"n0","dest":"c1","body":{"type":"list_committed_offsets_ok","in_reply_to":6,"offsets":{}}}""");
  }

  @Test
  void refusesWhatIsMalformed() {
    Program.Outcome outcome =
        KAFKA.run(
            INIT
                + """
                {"src":"c1","dest":"n0","body":{"type":"send","msg_id":2,"key":"k","msg":null}}
                {"src":"c1","dest":"n0","body":{"type":"poll","msg_id":3,"offsets":{"k":null}}}
                {"src":"c1","dest":"n0","body":{"type":"commit_offsets","msg_id":4,"offsets":{"k":-1}}}
                """);
    assertThat(outcome.output().lines().skip(1))
        .hasSize(3)
        .allMatch(l -> l.contains("\"code\":12"));
  }
}
