package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.node.Node;
import glomers.protocol.Message;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.cluster.SimulatedCluster;
import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.Act;
import glomers.workbench.history.OpType;
import glomers.workbench.network.Latency;
import glomers.workbench.network.LossReason;
import glomers.workbench.network.Network;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.session.Client;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nodes that come, go and come again. */
class NodesTest {
  private static final List<String> IDS = List.of("n0", "n1");
  private static final long SECOND = 1_000_000_000L;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
  private final List<String> told = new ArrayList<>();
  private final List<NodeFailure> failures = new ArrayList<>();
  private final Network network =
      new Network(
          scheduler,
          Latency.NONE,
          new RandomStreams(1),
          List.of(
              new NetworkListener() {
                @Override
                public void sent(long id, Message message) {}

                @Override
                public void received(long id, Message message, long sentNanos) {
                  told.add(message.type().orElseThrow() + " at " + message.dest());
                }

                @Override
                public void lost(long id, Message message, long sentNanos, LossReason reason) {
                  told.add(message.type().orElseThrow() + " lost");
                }
              }));
  private int clients;

  private Nodes nodes(Consumer<? super Node> server) {
    Nodes nodes =
        new Nodes(
            IDS,
            Workloads.named("broadcast")
                .factory()
                .apply(new OptionsBuilder().workload("broadcast").nodes(IDS).build())
                .setUp(),
            network,
            new SimulatedCluster<>(TestServers.server(server), scheduler, new RandomStreams(1)),
            () -> new Client("c" + clients++, network, scheduler),
            failures::add,
            told::add);
    nodes.start(() -> nodes.prepare(() -> told.add("ready")));
    scheduler.run();
    assertThat(told).last().isEqualTo("ready");
    told.clear();
    return nodes;
  }

  @Test
  void restartedNodeIsInitialisedAgain() {
    Nodes nodes = nodes(Flood::new);
    nodes.act(Act.KILL, "n1");
    nodes.act(Act.RESTART, "n1");
    scheduler.run();
    assertThat(told)
        .containsExactly("init at n1", "init_ok at c4", "topology at n1", "topology_ok at c5");
    assertThat(failures).isEmpty();
  }

  @Test
  void losesMessagesToKilledNodeOnly() {
    Nodes nodes = nodes(Flood::new);
    nodes.act(Act.KILL, "n1");
    network.send(broadcast());
    scheduler.run();
    assertThat(told).containsExactly("broadcast lost");
    nodes.act(Act.RESTART, "n1");
    network.send(broadcast());
    scheduler.run();
    assertThat(told).contains("broadcast at n1");
  }

  private static Message broadcast() {
    JsonObject body = new JsonObject();
    body.addProperty("type", "broadcast");
    body.addProperty("message", 1);
    return new Message("n0", "n1", body);
  }

  @Test
  void killDuringRestartIsNoFailure() {
    Nodes nodes = nodes(Flood::new);
    nodes.act(Act.KILL, "n1");
    nodes.act(Act.RESTART, "n1");
    nodes.act(Act.KILL, "n1");
    scheduler.runUntil(120 * SECOND);
    assertThat(told).contains("init lost").doesNotContain("topology at n1");
    nodes.act(Act.RESTART, "n1");
    scheduler.runUntil(240 * SECOND);
    assertThat(told).contains("topology at n1");
    assertThat(failures).isEmpty();
  }

  @Test
  void longPauseDuringRestartIsNoFailure() {
    Nodes nodes = nodes(Flood::new);
    nodes.act(Act.KILL, "n1");
    nodes.act(Act.RESTART, "n1");
    nodes.act(Act.PAUSE, "n1");
    scheduler.runUntil(600 * SECOND);
    nodes.act(Act.RESUME, "n1");
    scheduler.runUntil(601 * SECOND);
    assertThat(told).contains("topology at n1");
    assertThat(failures).isEmpty();
  }

  @Test
  void killDuringSetUpIsNoFailure() {
    Nodes nodes = nodes(Flood::new);
    nodes.act(Act.KILL, "n1");
    nodes.act(Act.RESTART, "n1");
    scheduler.runUntil(() -> told.contains("init_ok at c4"), SECOND);
    nodes.act(Act.KILL, "n1");
    scheduler.runUntil(240 * SECOND);
    assertThat(told).contains("topology lost");
    assertThat(failures).isEmpty();
  }

  @Test
  void nodePausedDuringRestartAnswersLater() {
    Nodes nodes = nodes(Flood::new);
    nodes.act(Act.KILL, "n1");
    nodes.act(Act.RESTART, "n1");
    nodes.act(Act.PAUSE, "n1");
    scheduler.runUntil(30 * SECOND);
    assertThat(told).containsExactly("init at n1");
    nodes.act(Act.RESUME, "n1");
    scheduler.runUntil(120 * SECOND);
    assertThat(told).last().isEqualTo("topology_ok at c5");
    assertThat(failures).isEmpty();
  }

  @Test
  void restartWithoutInitOkIsFailure() {
    int[] constructed = {0};
    Nodes nodes =
        nodes(
            node -> {
              new Flood(node);
              if (++constructed[0] > IDS.size()) {
                throw new IllegalStateException("only once");
              }
            });
    nodes.act(Act.KILL, "n1");
    nodes.act(Act.RESTART, "n1");
    scheduler.run();
    assertThat(failures).hasSize(1).first().extracting(NodeFailure::node).isEqualTo("n1");
    assertThat(failures.get(0).problem()).contains("answered init by the error crash (13)");
  }

  /** Kills all nodes again and again; one that is asked meanwhile answers late, or not at all. */
  @Test
  void operationsOnKilledNodeEndUnknown() {
    Trace trace =
        SimulatedTest.of("echo", TestServers::echo).nodes(3).seconds(60).nemesis("kill").run();
    assertThat(trace.outcome().failure()).isEmpty();
    assertThat(trace.ops(op -> op.isClient() && op.error() != null))
        .isNotEmpty()
        .allMatch(op -> op.type() == OpType.INFO)
        .allMatch(op -> op.error().equals(Keyword.of("net-timeout")));
    assertThat(trace.ops("echo", OpType.OK)).isNotEmpty();
  }
}
