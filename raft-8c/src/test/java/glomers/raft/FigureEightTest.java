package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why a leader does not count copies of earlier terms' entries (figure 8 of the paper). */
class FigureEightTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final List<String> NODES = List.of("n0", "n1", "n2", "n3", "n4");

  /** With this seed n0 is elected first, and n4 second. */
  private final Scenario<Server> scenario =
      Scenario.of(Server::new, NODES.size(), Duration.ofMillis(10), 33);

  private Raft raft(String node) {
    return scenario.servers().get(NODES.indexOf(node)).raft;
  }

  private List<Raft> rafts() {
    return scenario.servers().stream().map(server -> server.raft).toList();
  }

  private Optional<String> leaderFrom(long term) {
    return rafts().stream()
        .filter(raft -> raft.isLeader() && raft.currentTerm >= term)
        .map(raft -> raft.node.id())
        .findFirst();
  }

  /** Waits for a leader of this term or a later one, which must be this node. */
  private void awaitLeader(String node, long term) {
    scenario.runUntil(() -> leaderFrom(term).isPresent(), LIMIT);
    assertThat(leaderFrom(term)).contains(node);
  }

  /** Cuts all links but those between these nodes. */
  private void onlyConnect(String... nodes) {
    scenario.heal();
    NODES.stream().filter(Predicate.not(List.of(nodes)::contains)).forEach(scenario::isolate);
  }

  private long copiesOf(int index, long term) {
    return rafts().stream().filter(raft -> raft.log.has(index, term)).count();
  }

  @Test
  @Tag("golden")
  @DisplayName("three of five have an entry of term 1, and a later leader replaces it")
  void majorityLosesOldEntry() {
    LogsPicture picture = new LogsPicture(NODES, 3);

    awaitLeader("n0", 1);
    scenario.runUntil(() -> copiesOf(1, 1) == 5, LIMIT);
    onlyConnect("n0", "n1");
    scenario.send("n0", new Write(1, 2));
    scenario.runUntil(() -> copiesOf(2, 1) == 2, LIMIT);
    picture.add("n0 leads term 1", rafts(), List.of("n0", "n1"));

    onlyConnect("n2", "n3", "n4");
    awaitLeader("n4", 2);
    assertThat(raft("n4").currentTerm).isEqualTo(2);
    onlyConnect(); // what it has sent is lost
    picture.add("n4 leads term 2", rafts(), List.of("n4"));

    onlyConnect("n0", "n2", "n3");
    awaitLeader("n0", 3);
    onlyConnect("n0", "n2");
    scenario.runUntil(() -> copiesOf(2, 1) == 3, LIMIT);
    picture.add("n0 leads term " + raft("n0").currentTerm, rafts(), List.of("n0", "n2"));
    assertThat(rafts()).allMatch(raft -> raft.commitIndex < 2);

    onlyConnect("n1", "n3", "n4");
    awaitLeader("n4", raft("n0").currentTerm + 1);
    scenario.runUntil(() -> copiesOf(2, 2) == 3, LIMIT);
    picture.add("n4 leads term " + raft("n4").currentTerm, rafts(), List.of("n1", "n3", "n4"));

    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/figure-8.svg"),
        picture.svg("The logs of five nodes at four moments; a box is an entry, with its term."));
  }
}
