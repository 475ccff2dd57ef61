package glomers.workbench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EchoCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private String check() {
    return Edn.print(new EchoChecker().check(history.build()).toEdn());
  }

  private static Map<Keyword, Object> reply(Object echo) {
    Map<Keyword, Object> body = new LinkedHashMap<>();
    body.put(Keyword.of("type"), "echo_ok");
    body.put(Keyword.of("echo"), echo);
    return body;
  }

  @Test
  void repliesThatEchoTheirRequestsAreValid() {
    history.invoke(0, "echo", "a").invoke(1, "echo", "b").ok(1, reply("b")).ok(0, reply("a"));
    history.nemesis("start-partition", "a");
    assertThat(check()).isEqualTo("{:valid? true, :errors ()}");
  }

  @Test
  void anotherEchoIsAnError() {
    history.invoke(0, "echo", "a").invoke(1, "echo", "b").ok(1, reply("a")).ok(0, reply("b"));
    assertThat(check())
        .isEqualTo(
            "{:valid? false, :errors ("
                + "[\"Expected a message with :echo\" \"a\" \"But received\""
                + " {:type \"echo_ok\", :echo \"b\"}] "
                + "[\"Expected a message with :echo\" \"b\" \"But received\""
                + " {:type \"echo_ok\", :echo \"a\"}])}");
  }

  @Test
  void aNumberIsNotItsText() {
    history.call(0, "echo", "1", reply(1L));
    assertThat(check()).startsWith("{:valid? false");
  }

  @Test
  void aRefusalIsAnError() {
    history.invoke(1, "echo", "b").fail(1, "no");
    assertThat(check())
        .isEqualTo(
            "{:valid? false, :errors ("
                + "[\"Expected a message with :echo\" \"b\" \"But received\" \"b\"])}");
  }

  @Test
  void anUnknownOutcomeSaysNothingAboutEchoes() {
    history.invoke(0, "echo", "a").info(0, Keyword.of("net-timeout"));
    history.invoke(1, "echo", "b").info(1, "no reply", "malformed-rpc-response");
    history.invoke(2, "echo", "c");
    assertThat(check()).isEqualTo("{:valid? true, :errors ()}");
  }

  @Test
  void aFindingSaysWhatCameInsteadOfTheEcho() {
    history.invoke(0, "echo", "a").ok(0, reply("b")).invoke(1, "echo", "c").fail(1, "no");
    assertThat(new EchoChecker().check(history.build()).findings())
        .extracting(finding -> finding.sentence() + " " + finding.ops().size())
        .containsExactly(
            "n0 was sent \"a\"; the reply was {\"type\":\"echo_ok\",\"echo\":\"b\"}. 2",
            "n1 was sent \"c\"; the request was refused: \"no\". 2");
  }
}
