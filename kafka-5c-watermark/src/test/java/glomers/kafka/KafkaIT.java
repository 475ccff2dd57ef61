package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.cluster.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The packaged executable, through its standard streams. */
class KafkaIT {
  private static final Program KAFKA =
      Program.of(Path.of("target/kafka-5c-watermark").toAbsolutePath());
  private static final String INIT =
      """
      {"src":"c0","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]}}
      """;

  @Test
  @DisplayName("answers at once; messages are shown when their batch has been closed, 100 ms later")
  void answersAllRequests() {
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
    assertThat(outcome.output())
        .isEqualTo(
            """
            {"src":"n0","dest":"c0","body":{"type":"init_ok","in_reply_to":1}}
            {"src":"n0","dest":"c1","body":{"type":"send_ok","in_reply_to":2,"offset":0}}
            {"src":"n0","dest":"c1","body":{"type":"send_ok","in_reply_to":3,"offset":1}}
            {"src":"n0","dest":"c1","body":{"type":"poll_ok","in_reply_to":4,"msgs":{}}}
            {"src":"n0","dest":"c1","body":{"type":"commit_offsets_ok","in_reply_to":5}}
            {"src":"n0","dest":"c1","body":{"type":"list_committed_offsets_ok","in_reply_to":6,"offsets":{"k":1}}}
            """);
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
