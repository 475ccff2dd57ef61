package glomers.workbench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.protocol.Codec;
import glomers.protocol.ErrorCode;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.OpType;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.session.ScriptedRpc;
import glomers.workbench.session.Session.Completion;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Generator;
import glomers.workbench.workload.Workload.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadsTest {
  private final SplittableRandom random = new SplittableRandom(1);

  private static Workload make(String name) {
    TestOptions options =
        new OptionsBuilder().workload(name).nodeCount(3).topology(Topology.LINE).build();
    return Workloads.named(name).factory().apply(options);
  }

  private static Turn turn(int worker, SplittableRandom source) {
    return new Turn(worker, 0, source);
  }

  private List<Invocation> generate(Generator generator, int count) {
    List<Invocation> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      generator.next(turn(0, random)).ifPresent(all::add);
    }
    return all;
  }

  private static Completion perform(Workload workload, Invocation invocation, ScriptedRpc rpc) {
    List<Completion> completions = new ArrayList<>();
    workload.open(rpc).invoke(invocation, completions::add);
    assertThat(completions).hasSize(1);
    return completions.get(0);
  }

  @Test
  void refusesUnknownNames() {
    assertThatThrownBy(() -> Workloads.named("ecco"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no workload ecco; there are " + String.join(", ", Workloads.names()));
    assertThat(Workloads.names()).contains("broadcast", "echo", "unique-ids").isSorted();
    assertThat(Workloads.all())
        .allMatch(type -> !type.summary().isBlank() && type.summary().length() < 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo", "unique-ids", "broadcast", "g-set", "g-counter", "pn-counter"})
  void repeatsOperationsFromTheSameSeed(String name) {
    List<Invocation> first = generate(make(name).generator(), 100);
    SplittableRandom again = new SplittableRandom(1);
    Generator generator = make(name).generator();
    assertThat(first).allSatisfy(each -> assertThat(generator.next(turn(0, again))).contains(each));
  }

  @Test
  void echoAsksForNumbersBelow128() {
    Set<Object> values = new HashSet<>();
    generate(make("echo").generator(), 5_000).forEach(each -> values.add(each.value()));
    assertThat(values).hasSize(128).contains("Please echo 0", "Please echo 127");
    assertThat(values).allMatch(value -> value.toString().matches("Please echo [0-9]{1,3}"));
  }

  @Test
  void echoKeepsTheWholeReply() {
    ScriptedRpc rpc = new ScriptedRpc().reply("{'type': 'echo_ok', 'echo': [1], 'in_reply_to': 2}");
    Workload echo = make("echo");
    Completion completion = perform(echo, new Invocation("echo", "Please echo 5"), rpc);
    assertThat(rpc.requests())
        .containsExactly(ScriptedRpc.json("{'type': 'echo', 'echo': 'Please echo 5'}"));
    assertThat(Edn.print(completion.value())).contains(":echo [1]").contains(":in_reply_to 2");
    assertThat(echo.setUp()).isEmpty();
    assertThat(echo.generator().finalPhase()).isEmpty();
  }

  @Test
  void uniqueIdsKeepsIdsOfAnyType() {
    ScriptedRpc rpc =
        new ScriptedRpc()
            .reply("{'type': 'generate_ok', 'id': [1, 'a']}")
            .reply("{'type': 'generate_ok', 'id': null}");
    Workload ids = make("unique-ids");
    Invocation generate = ids.generator().next(turn(0, random)).orElseThrow();
    assertThat(generate).isEqualTo(new Invocation("generate", null));
    assertThat(Edn.print(perform(ids, generate, rpc).value())).isEqualTo("[1 \"a\"]");
    assertThat(Edn.print(perform(ids, generate, rpc).value())).isEqualTo("nil");
    assertThat(rpc.requests()).allMatch(ScriptedRpc.json("{'type': 'generate'}")::equals);
    assertThat(ids.generator().finalPhase()).isEmpty();
  }

  @Test
  void broadcastSendsTheTopologyFirst() {
    Workload.SetUp setUp = make("broadcast").setUp().orElseThrow();
    assertThat(setUp.request()).hasToString("Topology[topology={n0=[n1], n1=[n0, n2], n2=[n1]}]");
    assertThat(Codec.typeOf(setUp.reply())).isEqualTo("topology_ok");
  }

  @Test
  void broadcastMixesReadsWithValuesFromZero() {
    List<Invocation> all = generate(make("broadcast").generator(), 2_000);
    List<Object> values =
        all.stream().filter(i -> i.f().equals("broadcast")).map(Invocation::value).toList();
    assertThat(values.size()).isBetween(900, 1_100);
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.get(i)).isEqualTo((long) i);
    }
    assertThat(all)
        .filteredOn(each -> !each.f().equals("broadcast"))
        .containsOnly(new Invocation("read", null));
  }

  @Test
  void broadcastIsReadOnceByEachWorkerFinally() {
    FinalPhase last = make("broadcast").generator().finalPhase().orElseThrow();
    Optional<Invocation> read = Optional.of(new Invocation("read", null));
    assertThat(last.next(turn(0, random))).isEqualTo(read);
    assertThat(last.next(turn(1, random))).isEqualTo(read);
    assertThat(last.next(turn(0, random))).isEmpty();
  }

  @Test
  void broadcastPerformsItsOperations() {
    ScriptedRpc rpc =
        new ScriptedRpc()
            .reply("{'type': 'broadcast_ok'}")
            .reply("{'type': 'read_ok', 'messages': [3, 1]}");
    Workload broadcast = make("broadcast");
    assertThat(perform(broadcast, new Invocation("broadcast", 7L), rpc))
        .isEqualTo(Completion.ok(7L));
    Completion read = perform(broadcast, new Invocation("read", null), rpc);
    assertThat(Edn.print(read.value())).isEqualTo("[3 1]");
    assertThat(rpc.requests())
        .containsExactly(
            ScriptedRpc.json("{'type': 'broadcast', 'message': 7}"),
            ScriptedRpc.json("{'type': 'read'}"));
  }

  @Test
  void onlyReadsFailOnIndefiniteErrors() {
    ScriptedRpc rpc =
        new ScriptedRpc().fail(ErrorCode.CRASH).fail(ErrorCode.CRASH).fail(ErrorCode.ABORT);
    Workload broadcast = make("broadcast");
    Invocation add = new Invocation("broadcast", 7L);
    assertThat(perform(broadcast, new Invocation("read", null), rpc).type()).isEqualTo(OpType.FAIL);
    assertThat(perform(broadcast, add, rpc).type()).isEqualTo(OpType.INFO);
    Completion aborted = perform(broadcast, add, rpc);
    assertThat(aborted.type()).isEqualTo(OpType.FAIL);
    assertThat(Edn.print(aborted.error())).isEqualTo("[:abort \"no\"]");
  }

  private static long count(List<Invocation> all, String f) {
    return all.stream().filter(each -> each.f().equals(f)).count();
  }

  @Test
  void growOnlyCounterAddsToAThird() {
    List<Invocation> all = generate(make("g-counter").generator(), 6_000);
    assertThat(count(all, "add")).isBetween(1_800L, 2_200L);
    assertThat(count(all, "read")).isEqualTo(6_000 - count(all, "add"));
    assertThat(deltas(all)).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void counterAddsToHalfFromMinusFive() {
    List<Invocation> all = generate(make("pn-counter").generator(), 6_000);
    assertThat(count(all, "add")).isBetween(2_800L, 3_200L);
    assertThat(deltas(all)).containsExactlyInAnyOrder(-5L, -4L, -3L, -2L, -1L, 0L, 1L, 2L, 3L, 4L);
  }

  private static Set<Object> deltas(List<Invocation> all) {
    Set<Object> deltas = new HashSet<>();
    all.stream().filter(each -> each.f().equals("add")).forEach(each -> deltas.add(each.value()));
    return deltas;
  }

  @Test
  void counterPerformsItsOperations() {
    ScriptedRpc rpc =
        new ScriptedRpc().reply("{'type': 'add_ok'}").reply("{'type': 'read_ok', 'value': -3}");
    Workload counter = make("pn-counter");
    assertThat(perform(counter, new Invocation("add", -3L), rpc)).isEqualTo(Completion.ok(-3L));
    assertThat(perform(counter, new Invocation("read", null), rpc)).isEqualTo(Completion.ok(-3L));
    assertThat(rpc.requests())
        .containsExactly(
            ScriptedRpc.json("{'type': 'add', 'delta': -3}"), ScriptedRpc.json("{'type': 'read'}"));
  }

  @Test
  void setPerformsItsOperations() {
    ScriptedRpc rpc =
        new ScriptedRpc()
            .reply("{'type': 'add_ok'}")
            .reply("{'type': 'read_ok', 'value': [2, 'a']}")
            .reply("{'type': 'read_ok', 'value': null}");
    Workload set = make("g-set");
    Invocation read = new Invocation("read", null);
    assertThat(perform(set, new Invocation("add", 7L), rpc)).isEqualTo(Completion.ok(7L));
    assertThat(Edn.print(perform(set, read, rpc).value())).isEqualTo("[2 \"a\"]");
    assertThat(perform(set, read, rpc)).isEqualTo(Completion.ok(null));
    assertThat(rpc.requests()).contains(ScriptedRpc.json("{'type': 'add', 'element': 7}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"g-set", "g-counter", "pn-counter"})
  @DisplayName("in sets and counters every error leaves the outcome unknown, as in Maelstrom")
  void everyErrorIsInfoInSetsAndCounters(String name) {
    ScriptedRpc rpc = new ScriptedRpc().fail(ErrorCode.ABORT).fail(ErrorCode.ABORT);
    Workload workload = make(name);
    assertThat(perform(workload, new Invocation("add", 1L), rpc).type()).isEqualTo(OpType.INFO);
    assertThat(perform(workload, new Invocation("read", null), rpc).type()).isEqualTo(OpType.INFO);
  }
}
