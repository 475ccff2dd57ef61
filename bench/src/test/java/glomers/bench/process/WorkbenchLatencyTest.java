package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import glomers.bench.process.EchoProgram.Echo;
import glomers.bench.process.EchoProgram.EchoOk;
import glomers.node.Node;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is read from the workbench's words. */
class WorkbenchLatencyTest {
  @Test
  void latenciesAreReadFromWhatTheWorkbenchPrints() throws IOException {
    Map<Keyword, Object> results = slowEcho().toEdn();
    Map<?, ?> latencies = map(map(results, "perf"), "latencies-ms");
    Map<?, ?> quantiles = map(latencies, "echo");
    String output = "1 of 10 s · 0.5 s left\n" + Edn.pretty(results, Edn.WIDTH) + "\n\nGood!\n";
    assertThat(WorkbenchUnderLoad.latency(output, "0.5"))
        .isPositive()
        .isEqualTo(quantiles.get(0.5));
    assertThat(WorkbenchUnderLoad.latency(output, "0.99"))
        .isNotEqualTo(quantiles.get(0.5))
        .isEqualTo(quantiles.get(0.99));
  }

  private static Node serve(Node node) {
    node.onAsync(
        Echo.class,
        request -> {
          CompletableFuture<EchoOk> reply = new CompletableFuture<>();
          EchoOk body = new EchoOk(request.body().echo());
          Duration delay = Duration.ofNanos(node.random().nextLong(100_000_000));
          node.after(delay, () -> reply.complete(body));
          return reply;
        });
    return node;
  }

  private static SimulatedRun slowEcho() {
    return Simulation.of(WorkbenchLatencyTest::serve)
        .workload("echo")
        .nodes(1)
        .rate(20)
        .timeLimit(Duration.ofSeconds(10))
        .noSwarm()
        .seed(1)
        .run()
        .assertValid();
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return (Map<?, ?>) parent.get(Keyword.of(key));
  }

  @Test
  void linesMayBeBrokenBetweenLatencies() throws IOException {
    String output =
        """
        {:perf {:latencies-ms {:echo {0 0.5,
                                      0.5 1.25,
                                      0.95 2.0,
                                      0.99 13.07,
                                      1 99.5}},
        """;
    assertThat(WorkbenchUnderLoad.latency(output, "0.5")).isEqualTo(1.25);
    assertThat(WorkbenchUnderLoad.latency(output, "0.99")).isEqualTo(13.07);
  }

  @Test
  void anOutputWithoutLatenciesIsShown() {
    assertThatIOException()
        .isThrownBy(() -> WorkbenchUnderLoad.latency("{:perf {10.5 1, 0.95 2}}", "0.5"))
        .withMessage("the workbench told no latency:\n{:perf {10.5 1, 0.95 2}}");
  }

  @Test
  void messagesAreCounted() throws IOException {
    SimulatedRun run = slowEcho();
    assertThat(WorkbenchUnderLoad.messages(Edn.pretty(run.toEdn(), Edn.WIDTH)))
        .isEqualTo(run.outcome().network().clients().sent());
    assertThatIOException()
        .isThrownBy(() -> WorkbenchUnderLoad.messages("{:net {}}"))
        .withMessage("the workbench told no count of messages:\n{:net {}}");
  }
}
