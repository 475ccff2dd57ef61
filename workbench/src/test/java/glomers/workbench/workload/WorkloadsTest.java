package glomers.workbench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.workbench.client.Call;
import glomers.workbench.edn.Edn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadsTest {
  private final SplittableRandom random = new SplittableRandom(1);

  private static Workload make(String name) {
    return Workloads.make(name, List.of("n0", "n1", "n2"), Topology.LINE);
  }

  private List<Invocation> generate(Workload workload, int count) {
    List<Invocation> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(workload.next(random));
    }
    return all;
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static String completed(Workload workload, Invocation invocation, String reply) {
    return Edn.print(workload.completedValue(invocation, json(reply)));
  }

  @Test
  void anUnknownWorkloadIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> make("ecco"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no workload ecco; there are " + String.join(", ", Workloads.names()));
    assertThat(Workloads.names()).contains("broadcast", "echo", "unique-ids").isSorted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo", "unique-ids", "broadcast"})
  void theSameSourceOfRandomnessGivesTheSameOperations(String name) {
    List<Invocation> first = generate(make(name), 100);
    SplittableRandom again = new SplittableRandom(1);
    Workload workload = make(name);
    assertThat(first).allSatisfy(each -> assertThat(workload.next(again)).isEqualTo(each));
  }

  @Test
  void echoAsksForANumberBelow128() {
    Set<Object> values = new HashSet<>();
    generate(make("echo"), 5_000).forEach(each -> values.add(each.value()));
    assertThat(values).hasSize(128).contains("Please echo 0", "Please echo 127");
    assertThat(values).allMatch(value -> value.toString().matches("Please echo [0-9]{1,3}"));
  }

  @Test
  void echoSendsItsValueAndKeepsTheWholeReply() {
    Workload echo = make("echo");
    Invocation invocation = new Invocation("echo", "Please echo 5");
    Call call = echo.call(invocation);
    assertThat(call.body()).isEqualTo(json("{'type': 'echo', 'echo': 'Please echo 5'}"));
    assertThat(call.reply().type()).isEqualTo("echo_ok");
    assertThat(completed(echo, invocation, "{'type': 'echo_ok', 'echo': [1], 'in_reply_to': 2}"))
        .contains(":echo [1]")
        .contains(":in_reply_to 2");
    assertThat(echo.setUp()).isEmpty();
    assertThat(echo.finalOperations()).isEmpty();
    assertThat(echo.isIdempotent("echo")).isFalse();
  }

  @Test
  void uniqueIdsKeepsTheIdOfWhateverType() {
    Workload ids = make("unique-ids");
    Invocation generate = ids.next(random);
    assertThat(generate).isEqualTo(new Invocation("generate", null));
    assertThat(ids.call(generate).body()).isEqualTo(json("{'type': 'generate'}"));
    assertThat(ids.call(generate).reply().type()).isEqualTo("generate_ok");
    assertThat(completed(ids, generate, "{'id': [1, 'a']}")).isEqualTo("[1 \"a\"]");
    assertThat(completed(ids, generate, "{'id': null}")).isEqualTo("nil");
    assertThat(ids.finalOperations()).isEmpty();
  }

  @Test
  void broadcastTellsTheTopologyFirst() {
    Call call = make("broadcast").setUp().orElseThrow();
    assertThat(call.body())
        .isEqualTo(
            json(
                "{'type': 'topology',"
                    + " 'topology': {'n0': ['n1'], 'n1': ['n0', 'n2'], 'n2': ['n1']}}"));
    assertThat(call.reply().type()).isEqualTo("topology_ok");
  }

  @Test
  void broadcastMixesReadsEvenlyWithValuesFromZeroUp() {
    List<Invocation> all = generate(make("broadcast"), 2_000);
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
  void broadcastsMessages() {
    Workload broadcast = make("broadcast");
    Invocation seven = new Invocation("broadcast", 7L);
    Invocation read = new Invocation("read", null);
    assertThat(broadcast.call(seven).body()).isEqualTo(json("{'type': 'broadcast', 'message': 7}"));
    assertThat(broadcast.call(seven).reply().type()).isEqualTo("broadcast_ok");
    assertThat(broadcast.call(read).body()).isEqualTo(json("{'type': 'read'}"));
    assertThat(broadcast.call(read).reply().type()).isEqualTo("read_ok");
    assertThat(completed(broadcast, seven, "{'type': 'broadcast_ok'}")).isEqualTo("7");
    assertThat(completed(broadcast, read, "{'messages': [3, 1]}")).isEqualTo("[3 1]");
    assertThat(broadcast.finalOperations()).containsExactly(read);
    assertThat(broadcast.isIdempotent("read")).isTrue();
    assertThat(broadcast.isIdempotent("broadcast")).isFalse();
  }
}
