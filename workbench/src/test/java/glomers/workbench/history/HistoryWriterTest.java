package glomers.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Keyword;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryWriterTest {
  private static final History HISTORY =
      new HistoryBuilder()
          .invoke(0, "echo", "Please echo 3")
          .info(0, Keyword.of("net-timeout"))
          .nemesis("start-partition", Keyword.of("majority"))
          .invoke(1, "write", 5)
          .fail(1, List.of(Keyword.of("not-supported"), "no\nsuch\tthing"))
          .invoke(2, "echo", null)
          .info(2, "Malformed", "malformed-rpc-response")
          .finalPhase()
          .invoke(1, "read", null)
          .ok(1, List.of(1L, 2L))
          .build();

  @Test
  void ednHasOneMapPerLine() throws IOException {
    StringWriter out = new StringWriter();
    HistoryWriter.writeEdn(HISTORY, out);
    assertThat(out.toString().lines())
        .containsExactly(
            "{:process 0, :type :invoke, :f :echo, :value \"Please echo 3\", :node \"n0\","
                + " :index 0, :time 0}",
            "{:process 0, :type :info, :f :echo, :value \"Please echo 3\", :error :net-timeout,"
                + " :node \"n0\", :index 1, :time 1000000}",
            "{:process :nemesis, :type :info, :f :start-partition, :value :majority, :index 2,"
                + " :time 2000000}",
            "{:process 1, :type :invoke, :f :write, :value 5, :node \"n1\", :index 3,"
                + " :time 3000000}",
            "{:process 1, :type :fail, :f :write, :value 5,"
                + " :error [:not-supported \"no\\nsuch\\tthing\"], :node \"n1\", :index 4,"
                + " :time 4000000}",
            "{:process 2, :type :invoke, :f :echo, :value nil, :node \"n2\", :index 5,"
                + " :time 5000000}",
            "{:process 2, :type :info, :f :echo, :value nil, :error \"Malformed\","
                + " :exception :malformed-rpc-response, :node \"n2\", :index 6, :time 6000000}",
            "{:process 1, :type :invoke, :f :read, :value nil, :final? true, :node \"n1\","
                + " :index 7, :time 7000000}",
            "{:process 1, :type :ok, :f :read, :value [1 2], :final? true, :node \"n1\","
                + " :index 8, :time 8000000}");
  }

  @Test
  void textSeparatesFieldsByTabs() throws IOException {
    StringWriter out = new StringWriter();
    HistoryWriter.writeText(HISTORY, out);
    assertThat(out.toString().lines())
        .containsExactly(
            "0\t:invoke\t:echo\t\"Please echo 3\"",
            "0\t:info\t:echo\t\"Please echo 3\"\t:net-timeout",
            ":nemesis\t:info\t:start-partition\t:majority",
            "1\t:invoke\t:write\t5",
            "1\t:fail\t:write\t5\t[:not-supported \"no\\nsuch\\tthing\"]",
            "2\t:invoke\t:echo\tnil",
            "2\t:info\t:echo\tnil\t\"Malformed\"",
            "1\t:invoke\t:read\tnil",
            "1\t:ok\t:read\t[1 2]");
  }
}
