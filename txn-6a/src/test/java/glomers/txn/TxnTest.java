package glomers.txn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The challenge in virtual time. */
class TxnTest {
  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("txn-rw-register")
        .nodes(1)
        .concurrency("2n")
        .rate(1_000)
        .timeLimit(Duration.ofSeconds(20))
        .availability(1);
  }

  @SeedTest(value = 2, thorough = 5)
  void oneNodeIsStrictlySerializable(long seed) {
    challenge().seed(seed).run().assertValid();
  }

  @Test
  @Tag("golden")
  void performsOneTransactionAfterTheOther() {
    Scenario<?> scenario = Scenario.of(Server::new, 1, Duration.ZERO, 1);
    scenario.note("Each transaction sees all that those before it have written.");
    scenario.call("n0", txn("[['r', 1, null], ['w', 1, 10], ['w', 2, 20]]"), TxnOk.class);
    assertThat(scenario.call("n0", txn("[['r', 1, null], ['r', 2, null]]"), TxnOk.class))
        .hasToString("TxnOk[txn=[[\"r\", 1, 10], [\"r\", 2, 20]]]");
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/two.txt"), scenario, TxnTest::label);
  }

  private static Txn txn(String json) {
    List<List<JsonElement>> txn = new ArrayList<>();
    JsonParser.parseString(json.replace('\'', '"'))
        .getAsJsonArray()
        .forEach(triple -> txn.add(triple.getAsJsonArray().asList()));
    return new Txn(txn);
  }

  private static String label(JsonObject body) {
    String txn = BodyLabel.text(body.get("txn")).replace(" null", "").replaceAll("\\[\\[|]]", "");
    return txn.replace("] [", ", ");
  }
}
