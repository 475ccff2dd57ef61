package glomers.workbench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.log.SilentLogger;
import glomers.node.Environment;
import glomers.node.Node;
import glomers.node.NodeEngine;
import glomers.node.Timer;
import glomers.protocol.Body;
import glomers.protocol.EncodedMessage;
import glomers.protocol.PeerBody;
import glomers.storage.Disk;
import glomers.storage.NoDisk;
import glomers.workbench.Effort;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.workload.TestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile lines, taken by a node that notes which of them reach a handler. */
class HostileLinesTest {
  record Everything(
      long number,
      int small,
      String text,
      boolean flag,
      double fraction,
      List<List<String>> lists,
      Map<String, Long> map,
      Optional<String> option,
      Inner inner)
      implements Body {}

  record Inner(long camelCase) {}

  record OfPeers(long term, Inner inner) implements PeerBody {}

  private final List<Body> handled = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();

  /** Nothing is ever due here. */
  private final class World implements Environment {
    @Override
    public void transmit(EncodedMessage message) {
      sent.add(message.line());
    }

    @Override
    public Timer schedule(long delayNanos, Runnable task) {
      return () -> {};
    }

    @Override
    public long nowNanos() {
      return 0;
    }

    @Override
    public RandomGenerator random() {
      return new SplittableRandom(1);
    }

    @Override
    public Disk disk(String node) {
      return new NoDisk(Runnable::run);
    }

    @Override
    public System.Logger log() {
      return SilentLogger.INSTANCE;
    }
  }

  private NodeEngine node(List<Class<? extends Body>> types) {
    NodeEngine engine = new NodeEngine(new World(), node -> types.forEach(type -> on(node, type)));
    engine.receive(
        "{\"src\":\"c0\",\"dest\":\"n0\",\"body\":{\"type\":\"init\",\"msg_id\":1,"
            + "\"node_id\":\"n0\",\"node_ids\":[\"n0\",\"n1\"]}}");
    assertThat(sent).hasSize(1);
    return engine;
  }

  private <B extends Body> void on(Node node, Class<B> type) {
    node.onOneWay(type, request -> handled.add(request.body()));
  }

  private static HostileLines lines(List<Class<? extends Body>> types) {
    return new HostileLines(types, List.of("n0", "n1"), new SplittableRandom(7));
  }

  static List<List<Class<? extends Body>>> typesOfAllWorkloads() {
    List<List<Class<? extends Body>>> all = new ArrayList<>();
    all.add(List.of(Everything.class));
    for (String name : Workloads.names()) {
      TestOptions options = new OptionsBuilder().workload(name).build();
      all.add(MessageTypes.of(options, Path.of("no such program")));
    }
    return all;
  }

  static List<List<Class<? extends Body>>> typesOfPeersToo() {
    List<List<Class<? extends Body>>> all = new ArrayList<>(typesOfAllWorkloads());
    all.add(List.of(Everything.class, OfPeers.class));
    return all;
  }

  @ParameterizedTest
  @MethodSource("typesOfPeersToo")
  void noneOfTheRefusedLinesReachesAHandler(List<Class<? extends Body>> types) {
    NodeEngine node = node(types);
    HostileLines lines = lines(types);
    int count = Effort.of(500, 5_000);
    for (int i = 0; i < count; i++) {
      String line = lines.refused();
      node.receive(line);
      assertThat(handled).as(line).isEmpty();
    }
    assertThat(sent).as("requests among them get errors").hasSizeGreaterThan(count / 5);
  }

  @ParameterizedTest
  @MethodSource("typesOfAllWorkloads")
  void absurdMessagesReachTheirHandlers(List<Class<? extends Body>> types) {
    NodeEngine node = node(types);
    HostileLines lines = lines(types);
    for (int i = 0; i < 1_000; i++) {
      node.receive(lines.absurd());
    }
    assertThat(handled).as("but for values that a record refuses").hasSizeGreaterThan(700);
  }

  @Test
  void messagesOfPeersComeFromClients() {
    NodeEngine node = node(List.of(OfPeers.class));
    HostileLines lines = lines(List.of(OfPeers.class));
    for (int i = 0; i < 1_000; i++) {
      node.receive(lines.absurd());
    }
    assertThat(handled).isEmpty();
    assertThat(sent).as("requests are answered by an error").hasSizeGreaterThan(500);
  }

  @Test
  void theSameSeedGivesTheSameLines() {
    HostileLines one = lines(List.of(Everything.class));
    HostileLines other = lines(List.of(Everything.class));
    for (int i = 0; i < 1_000; i++) {
      assertThat(one.refused()).isEqualTo(other.refused());
      assertThat(one.absurd()).isEqualTo(other.absurd());
    }
  }
}
