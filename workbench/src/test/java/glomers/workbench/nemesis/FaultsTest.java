package glomers.workbench.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
  private static final List<String> NODES = Views.nodes(3);
  private static final long MS = 1_000_000L;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(100_000);
  private final SplittableRandom random = new SplittableRandom(1);
  private final Network network =
      new Network(
          scheduler, new Latency(Latency.Shape.CONSTANT, 10), new RandomStreams(1), List.of());

  private Fault make(String name) {
    return Faults.make(name, NODES);
  }

  private String carryOut(FaultEvent event) {
    new Injector(network.faults(), new RecordedNodes(), NODES).carryOut(event);
    return Edn.print(FaultEdn.of(event));
  }

  @Test
  void thereIsAFaultOfEachName() {
    for (String name : Faults.names()) {
      Fault fault = make(name);
      assertThat(fault.name()).isEqualTo(name);
      Object choice = fault.choose(random);
      assertThat(Edn.print(choice)).isNotEmpty();
      assertThat(carryOut(fault.start(choice, random))).isNotEmpty();
      assertThat(carryOut(fault.stop())).isNotEmpty();
    }
    assertThat(times(10)).as("all has ended").hasSize(10).containsOnly(10L);
  }

  @Test
  void refusesUnknownName() {
    assertThatThrownBy(() -> make("meteorite"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no fault meteorite; there are partition, one-way-partition, loss,"
                + " duplicate, reorder, slow, store-slow, store-lost, pause, kill, power, disk,"
                + " corruption, clock");
  }

  /** How long each of these messages took, in milliseconds; nothing for those that are lost. */
  private List<Long> times(int count) {
    List<Long> times = new ArrayList<>();
    long start = scheduler.nowNanos();
    network.connect("n1", (id, message) -> times.add((scheduler.nowNanos() - start) / MS));
    for (int i = 0; i < count; i++) {
      network.send(new Message("n0", "n1", new JsonObject()));
    }
    scheduler.run();
    return times;
  }

  @ParameterizedTest
  @CsvSource({"loss, 0.5, 400, 600", "duplicate, 1.0, 2000, 2000", "duplicate, 0.1, 1050, 1150"})
  void networkFaultsAreAsBadAsTheyAreChosenAndEnd(String name, double degree, int min, int max) {
    Fault fault = make(name);
    assertThat(carryOut(fault.start(degree, random))).isEqualTo(Double.toString(degree));
    assertThat(times(1_000)).hasSizeBetween(min, max);
    assertThat(carryOut(fault.stop())).isEqualTo(":network-healed");
    assertThat(times(1_000)).hasSize(1_000);
  }

  @Test
  void reorderTakesUpToSoManyMillisecondsMore() {
    Fault fault = make("reorder");
    carryOut(fault.start(100, random));
    assertThat(times(1_000)).allMatch(time -> time >= 10 && time <= 110).contains(10L, 109L);
    carryOut(fault.stop());
    assertThat(times(10)).containsOnly(10L);
  }

  @Test
  void slowTakesSoManyTimesAsLong() {
    Fault fault = make("slow");
    carryOut(fault.start(50, random));
    assertThat(times(10)).containsOnly(500L);
    carryOut(fault.stop());
    assertThat(times(10)).containsOnly(10L);
  }

  @Test
  void everyDegreeIsChosenSometimes() {
    Set<Object> chosen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      chosen.add(make("loss").choose(random));
    }
    assertThat(chosen).containsExactlyInAnyOrder(0.05, 0.2, 0.5);
  }

  /** Sends a message over every link and says which came through. */
  private Set<String> links() {
    Set<String> links = new TreeSet<>();
    for (String dest : NODES) {
      network.connect(dest, (id, message) -> links.add(message.src() + ">" + dest));
    }
    IntStream.range(0, 9)
        .filter(i -> i / 3 != i % 3)
        .forEach(
            i -> network.send(new Message(NODES.get(i / 3), NODES.get(i % 3), new JsonObject())));
    scheduler.run();
    return links;
  }

  @Test
  void deafNodesHearNothingButAreHeard() {
    LongStream.range(0, 20)
        .forEach(
            seed -> {
              Fault fault = make("one-way-partition");
              String told = carryOut(fault.start(Keyword.of("one"), new SplittableRandom(seed)));
              String deaf = told.substring("[:deaf [\"".length(), told.length() - 3);
              assertThat(links())
                  .hasSize(4)
                  .noneMatch(link -> link.endsWith(">" + deaf))
                  .filteredOn(link -> link.startsWith(deaf))
                  .hasSize(2);
              assertThat(carryOut(fault.stop())).isEqualTo(":network-healed");
              assertThat(links()).hasSize(6);
            });
  }

  @Test
  void deafNodesReceiveNothing() {
    carryOut(make("one-way-partition").start(Keyword.of("all"), random));
    assertThat(links()).isEmpty();
  }

  @Test
  void bothKindsOfPartitionsOverlap() {
    Fault partition = make("partition");
    Fault oneWay = make("one-way-partition");
    carryOut(partition.start(Keyword.of("one"), random));
    carryOut(oneWay.start(Keyword.of("all"), random));
    carryOut(partition.stop());
    assertThat(links()).isEmpty();
    carryOut(oneWay.stop());
    assertThat(links()).hasSize(6);
  }
}
