package glomers.txn;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.cluster.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packaged executable, through its standard streams. */
class TxnIT {
  private static final Program TXN = Program.of(Path.of("target/txn-6c").toAbsolutePath());
  private static final String INIT =
      """
      {"src":"c0","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]}}
      """;
  private static final String INIT_OK =
      """
      {"src":"n0","dest":"c0","body":{"type":"init_ok","in_reply_to":1}}
      """;

  @Test
  void readsWhatWasWritten() {
    Program.Outcome outcome =
        TXN.run(
            INIT
                + """
                {"src":"c1","dest":"n0","body":{"type":"txn","msg_id":2,"txn":[["r",1,null],["w",1,6],["w",2,9]]}}
                {"src":"c1","dest":"n0","body":{"type":"txn","msg_id":3,"txn":[["r",1,null],["r",2,null]]}}
                """);
    assertThat(outcome.output())
        .isEqualTo(
            INIT_OK
                + """
                {"src":"n0","dest":"c1","body":{"type":"txn_ok","in_reply_to":2,"txn":[["r",1,null],["w",1,6],["w",2,9]]}}
                {"src":"n0","dest":"c1","body":{"type":"txn_ok","in_reply_to":3,"txn":[["r",1,6],["r",2,9]]}}
                """);
  }

  @Test
  void refusesUnknownFunctionsAndWritesNothing() {
    Program.Outcome outcome =
        TXN.run(
            INIT
                + """
                {"src":"c1","dest":"n0","body":{"type":"txn","msg_id":2,"txn":[["w",1,6],["x",1,7]]}}
                {"src":"c1","dest":"n0","body":{"type":"txn","msg_id":3,"txn":[["r",1,null]]}}
                """);
    assertThat(outcome.output())
        .contains("\"code\":12", "must be \\\"r\\\" or \\\"w\\\"")
        .endsWith(
            """
            {"src":"n0","dest":"c1","body":{"type":"txn_ok","in_reply_to":3,"txn":[["r",1,null]]}}
            """);
  }
}
