package glomers.workbench.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.protocol.Message;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.FaultEdn;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.network.Latency;
import glomers.workbench.network.Network;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private static final List<String> NODES = List.of("n0", "n1", "n2");

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(1_000);
  private final SplittableRandom random = new SplittableRandom(1);
  private final Network network =
      new Network(scheduler, Latency.NONE, new RandomStreams(1), List.of());
  private final Partition partition = new Partition(NODES);

  /** Sends a message over every link and says which came through. */
  private Set<String> links() {
    Set<String> links = new TreeSet<>();
    for (String dest : NODES) {
      network.connect(dest, (id, message) -> links.add(message.src() + ">" + dest));
    }
    for (String src : NODES) {
      for (String dest : NODES) {
        if (!src.equals(dest)) {
          network.send(new Message(src, dest, new JsonObject()));
        }
      }
    }
    scheduler.run();
    return links;
  }

  private String carryOut(FaultEvent event) {
    new Injector(network.faults(), new RecordedNodes(), NODES).carryOut(event);
    return Edn.print(FaultEdn.of(event));
  }

  @Test
  void startCutsTheLinksThatItTellsOf() {
    String told = carryOut(partition.start(Keyword.of("one"), random));
    assertThat(told)
        .isIn(
            "[:isolated {\"n0\" [\"n1\" \"n2\"], \"n1\" [\"n0\"], \"n2\" [\"n0\"]}]",
            "[:isolated {\"n0\" [\"n1\"], \"n1\" [\"n0\" \"n2\"], \"n2\" [\"n1\"]}]",
            "[:isolated {\"n0\" [\"n2\"], \"n1\" [\"n2\"], \"n2\" [\"n0\" \"n1\"]}]");
    String alone = told.contains("\"n0\" [\"n1\" \"n2\"]") ? "n0" : aloneOfOthers(told);
    assertThat(links()).hasSize(2).allMatch(link -> !link.contains(alone));
  }

  private static String aloneOfOthers(String told) {
    return told.contains("\"n1\" [\"n0\" \"n2\"]") ? "n1" : "n2";
  }

  @Test
  void stopMendsAllLinks() {
    carryOut(partition.start(Keyword.of("majorities-ring"), random));
    assertThat(links()).hasSize(3);
    assertThat(carryOut(partition.stop())).isEqualTo(":network-healed");
    assertThat(links()).hasSize(6);
  }

  @Test
  void aStartAfterAStartReplacesThePartition() {
    carryOut(partition.start(Keyword.of("one"), random));
    carryOut(partition.start(Keyword.of("minority-third"), random));
    assertThat(links()).as("three nodes have no minority third").hasSize(6);
  }

  @Test
  void everySplitIsChosenSometimes() {
    Set<Object> chosen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      chosen.add(partition.choose(random));
    }
    assertThat(chosen)
        .containsExactlyInAnyOrder(
            Keyword.of("one"),
            Keyword.of("minority-third"),
            Keyword.of("majority"),
            Keyword.of("majorities-ring"));
  }
}
