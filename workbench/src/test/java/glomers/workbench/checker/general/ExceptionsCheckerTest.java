package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.HistoryBuilder;
import org.junit.jupiter.api.Test;

class ExceptionsCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private Result check() {
    return new ExceptionsChecker().check(history.build());
  }

  @Test
  void errorsAloneAreNoExceptions() {
    history.invoke(0, "read", null).info(0, "timeout").invoke(1, "read", null).ok(1);
    assertThat(Edn.print(check().toEdn())).isEqualTo("{:valid? true}");
  }

  @Test
  void anyExceptionIsInvalid() {
    history.invoke(0, "read", null).info(0, "what?", "malformed-rpc-response");
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(Edn.print(result.details().get("exceptions")))
        .isEqualTo(
            "({:count 1, :class :malformed-rpc-response, :example {:process 0, :type :info,"
                + " :f :read, :value nil, :error \"what?\", :exception :malformed-rpc-response,"
                + " :node \"n0\", :index 1, :time 1000000}})");
    assertThat(result.details().get("broken-rules")).asString().contains("Maelstrom");
  }

  @Test
  void theMostFrequentKindComesFirst() {
    history.invoke(0, "read", 1).info(0, "e", "rare").invoke(1, "read", 2).info(1, "e", "frequent");
    history.invoke(2, "read", 3).info(2, "e", "last").invoke(3, "read", 4).info(3, "e", "frequent");
    assertThat(Edn.print(check().details().get("exceptions")))
        .matches(".*:count 2, :class :frequent.*:value 2.*:count 1, :class :rare.*:class :last.*");
  }
}
