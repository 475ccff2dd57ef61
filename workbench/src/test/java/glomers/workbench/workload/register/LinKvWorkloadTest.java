package glomers.workbench.workload.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.protocol.ErrorCode;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.session.ScriptedRpc;
import glomers.workbench.session.Session.Completion;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.Workload.Generator;
import glomers.workbench.workload.Workload.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinKvWorkloadTest {
  private final SplittableRandom random = new SplittableRandom(1);

  private static OptionsBuilder options(int nodes) {
    return new OptionsBuilder().workload("lin-kv").nodeCount(nodes);
  }

  private static Workload make(OptionsBuilder options) {
    return Workloads.named("lin-kv").factory().apply(options.build());
  }

  private Invocation next(Generator generator, int worker) {
    return generator.next(new Turn(worker, 0, random)).orElseThrow();
  }

  private static Object key(Invocation invocation) {
    return ((LinKvOp) invocation.value()).key();
  }

  private static Op op(int process, OpType type) {
    return new Op(0, 0, process, "n0", type, "write", null, null, null, false);
  }

  @Test
  void everyGroupHasReadersAndKeyOfItsOwn() {
    Generator generator = make(options(2).concurrency("4n")).generator();
    List<Set<String>> functions = new ArrayList<>();
    List<Object> keys = new ArrayList<>();
    for (int worker = 0; worker < 8; worker++) {
      int each = worker;
      List<Invocation> some = random.ints(50).mapToObj(i -> next(generator, each)).toList();
      functions.add(some.stream().map(Invocation::f).collect(Collectors.toSet()));
      keys.add(key(some.get(0)));
    }
    assertThat(keys).containsExactly(0L, 0L, 0L, 0L, 1L, 1L, 1L, 1L);
    Set<String> reader = Set.of("read");
    Set<String> writer = Set.of("write", "cas");
    assertThat(functions)
        .containsExactly(reader, reader, writer, writer, reader, reader, writer, writer);
  }

  private long readers(int nodes, int writes) {
    Generator generator = make(options(nodes).writes(writes)).generator();
    return IntStream.range(0, 2 * nodes)
        .filter(worker -> next(generator, worker).f().equals("read"))
        .count();
  }

  @Test
  void shareOfWritesDecidesHowManyWorkersRead() {
    assertThat(readers(5, 50)).isEqualTo(5);
    assertThat(readers(5, 20)).isEqualTo(8);
    assertThat(readers(5, 80)).isEqualTo(2);
    assertThat(readers(5, 1)).as("one writes at least").isEqualTo(9);
    assertThat(readers(1, 100)).as("one reads at least").isEqualTo(1);
  }

  @Test
  void twoThirdsOfChangesAreCompareAndSets() {
    Generator generator = make(options(1)).generator();
    List<Invocation> some = random.ints(1_800).mapToObj(i -> next(generator, 1)).toList();
    assertThat(some.stream().filter(each -> each.f().equals("cas")).count())
        .isBetween(1_100L, 1_300L);
    assertThat(some.stream().map(each -> Edn.print(each.value())).distinct().count())
        .isEqualTo(5 + 25);
  }

  @Test
  void keyEndsWhenManyProcessesHaveSeenIt() {
    Generator generator = make(options(5)).generator();
    for (int crash = 0; crash < 11; crash++) {
      assertThat(key(next(generator, 0))).isEqualTo(0L);
      generator.completed(7, op(7 + 10 * crash, OpType.INVOKE), op(7 + 10 * crash, OpType.INFO));
    }
    assertThat(key(next(generator, 0))).isEqualTo(1L);
  }

  @Test
  void keyEndsAfterManyOperations() {
    Generator generator = make(options(1)).generator();
    random.ints(2_000).forEach(i -> assertThat(key(next(generator, 0))).isEqualTo(0L));
    assertThat(key(next(generator, 0))).isEqualTo(1L);
  }

  @Test
  void anyNumberOfNodesHasItsKey() {
    Generator generator = make(options(40)).generator();
    assertThat(key(next(generator, 0))).isEqualTo(0L);
    assertThat(key(next(generator, 79))).isEqualTo(0L);
  }

  @Test
  void workersComeInGroupsOfTwoPerNode() {
    assertThat(options(5).build().concurrency()).isEqualTo(10);
    assertThat(options(5).concurrency("30").build().concurrency()).isEqualTo(30);
    assertThatThrownBy(() -> options(5).concurrency("1n").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "--concurrency 1n: lin-kv needs two workers for each node, or a multiple of that:"
                + " 2n (10), 4n (20) or 6n (30) with 5 nodes");
  }

  @Test
  void waitsForTenLatenciesAndKeepsItsAddress() {
    assertThat(make(options(1)).timeout()).isEqualTo(Duration.ofSeconds(1));
    Workload slow = make(options(1).latency(new Latency(Latency.Shape.UNIFORM, 300)));
    assertThat(slow.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(slow.reopensSessions()).isFalse();
  }

  private static Completion perform(Invocation invocation, ScriptedRpc rpc) {
    List<Completion> completions = new ArrayList<>();
    make(options(1)).open(rpc).invoke(invocation, completions::add);
    return completions.get(0);
  }

  @Test
  void performsItsOperations() {
    ScriptedRpc rpc =
        new ScriptedRpc()
            .reply("{'type': 'read_ok', 'value': 3}")
            .reply("{'type': 'read_ok', 'value': null}")
            .reply("{'type': 'write_ok'}")
            .reply("{'type': 'cas_ok'}");
    assertThat(Edn.print(perform(LinKvWorkload.read(7), rpc).value())).isEqualTo("[7 3]");
    assertThat(Edn.print(perform(LinKvWorkload.read(7), rpc).value())).isEqualTo("[7 nil]");
    assertThat(Edn.print(perform(LinKvWorkload.write(7, 2), rpc).value())).isEqualTo("[7 2]");
    assertThat(Edn.print(perform(LinKvWorkload.cas(7, 2, 4), rpc).value())).isEqualTo("[7 [2 4]]");
    assertThat(rpc.requests())
        .containsExactly(
            ScriptedRpc.json("{'type': 'read', 'key': 7}"),
            ScriptedRpc.json("{'type': 'read', 'key': 7}"),
            ScriptedRpc.json("{'type': 'write', 'key': 7, 'value': 2}"),
            ScriptedRpc.json("{'type': 'cas', 'key': 7, 'from': 2, 'to': 4}"));
  }

  @Test
  void onlyReadsFailOnIndefiniteErrors() {
    ScriptedRpc rpc =
        new ScriptedRpc()
            .fail(ErrorCode.CRASH)
            .fail(ErrorCode.CRASH)
            .fail(ErrorCode.PRECONDITION_FAILED);
    assertThat(perform(LinKvWorkload.read(7), rpc).type()).isEqualTo(OpType.FAIL);
    assertThat(perform(LinKvWorkload.write(7, 2), rpc).type()).isEqualTo(OpType.INFO);
    assertThat(perform(LinKvWorkload.cas(7, 2, 4), rpc).type()).isEqualTo(OpType.FAIL);
  }
}
