package glomers.workbench.simulation.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.guard.inspected.Distant;
import glomers.workbench.simulation.loader.LoadedServer;
import glomers.workbench.simulation.loader.PartJar;
import glomers.workbench.simulation.loader.ServerLoader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticStateTest {
  @TempDir private Path folder;

  /** A good server with these members besides, and with this statement in its handler. */
  private LoadedServer load(String members, String statement) throws Exception {
    String source =
        PartJar.GOOD
            .replace("final class Server {", "final class Server {\n" + members)
            .replace(
                "request -> new EchoOk(request.body().echo())",
                "request -> { " + statement + " return new EchoOk(request.body().echo()); }");
    return ServerLoader.load(PartJar.make(folder, source, "part.Main"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          static long next;                                              | next++;           | Server.next is static and can change
          static final java.util.Map<String, String> M = new java.util.HashMap<>(); | M.clear(); | Server.M is static and can change: it is a java.util.HashMap
          static final java.util.Set<String> S = java.util.concurrent.ConcurrentHashMap.newKeySet(); | S.clear(); | Server.S is static and can change: it is a java.util.concurrent.ConcurrentHashMap$KeySetView
          static final java.util.List<String> L = java.util.Collections.synchronizedList(new java.util.ArrayList<>()); | L.clear(); | Server.L is static and can change: it is a java.util.Collections$SynchronizedRandomAccessList
          static final ThreadLocal<String> T = ThreadLocal.withInitial(() -> ""); | T.remove(); | Server.T is static and can change: it is a java.lang.ThreadLocal
          static final StringBuilder B = new StringBuilder();            | B.append('x');    | Server.B is static and can change: it is a java.lang.StringBuilder
          static class C { int n; } static final C ONE = new C();        | ONE.n++;          | Server.ONE is static and can change: it holds Server.C.n
          static class C { int n; } static class D extends C {} static final C ONE = new D(); | ONE.n++; | Server.ONE is static and can change: it holds Server.C.n
          static class C { final java.util.Set<String> s = new java.util.HashSet<>(); } static final C ONE = new C(); | ONE.s.clear(); | Server.ONE is static and can change: it holds Server.C.s
          enum E { ON; int uses; }                                       | E.ON.uses++;      | Server.E.ON is static and can change: it holds Server.E.uses
          static class C { int n; static C make() { return new C(); } } static final C ONE = C.make(); | ONE.n++; | Server.ONE is static and can change: it holds Server.C.n
          static final java.util.List<String> L = make(); static java.util.List<String> make() { return more(); } static java.util.List<String> more() { return new java.util.ArrayList<>(); } | L.clear(); | Server.L is static and can change: it is a java.util.ArrayList
          static final java.util.function.LongSupplier S = counter(); static java.util.function.LongSupplier counter() { var n = new java.util.concurrent.atomic.AtomicLong(); return n::getAndIncrement; } | S.getAsLong(); | Server.S is static and can change: it is a java.util.concurrent.atomic.AtomicLong
          static final java.util.List<Object> L = java.util.List.of(new java.util.ArrayList<>()); | L.size(); | Server.L is static and can change: it is a java.util.ArrayList
          static class C { static int n; }                               | C.n++;            | Server.C.n is static and can change
          """)
  void refusesStateThatNodesWouldShare(String members, String statement, String problem) {
    assertThatThrownBy(() -> load(members, statement))
        .isInstanceOf(UnfitServerException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          static final long[] NEXT = {0};                 | NEXT[0]++;                      | Server.NEXT is static and has changed: it is an array
          static final long[] NEXT = {0};                 | java.util.Arrays.fill(NEXT, 1); | Server.NEXT is static and has changed: it is an array
          static final int[][] NEXT = {{0}};              | NEXT[0][0]++;                   | Server.NEXT is static and has changed: it is an array
          record C(int[] n) {} static final C ONE = new C(new int[1]); | ONE.n()[0]++;      | Server.ONE is static and has changed: it is an array
          static final java.util.List<Integer> L = java.util.Arrays.asList(1); | L.set(0, 2); | Server.L is static and has changed: it is a java.util.Arrays$ArrayList
          enum E { ON } static final java.util.Set<E> S = java.util.EnumSet.noneOf(E.class); | S.add(E.ON); | Server.S is static and has changed: it is a java.util.RegularEnumSet
          """)
  @DisplayName("What is a constant in many programs is refused once it has changed in a run")
  void refusesConstantsThatChange(String members, String statement, String problem)
      throws Exception {
    Simulation<?> simulation =
        Simulation.of(load(members, statement)).workload("echo").timeLimit(Duration.ofSeconds(1));
    assertThatThrownBy(simulation::run)
        .isInstanceOf(UnfitServerException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static final java.util.Set<Thread.State> S = java.util.EnumSet.of(Thread.State.NEW);",
        "static final java.util.List<String> L = java.util.Arrays.asList(\"a\", null);",
        "static final java.util.List<String> L ="
            + " java.util.Collections.unmodifiableList(new java.util.ArrayList<>());",
        "static final java.util.Comparator<String> C = java.util.Comparator.reverseOrder();",
        "static final java.util.Base64.Encoder B = java.util.Base64.getEncoder();",
        "static final System.Logger LOG = System.getLogger(\"a\");",
        "static class C { static final int[] N = new int[1 / Integer.parseInt(\"0\")]; }"
            + " final Object c = new Object() { int n() { return C.N.length; } };",
        "static final int[] PRIMES = {2, 3, 5}; int[] copy = {PRIMES[0]};",
        "enum Mode { ON(1); final int level; Mode(int level) { this.level = level; } }"
            + " Mode mode = Mode.ON;",
        "record Point(int x) {} static final Point ORIGIN = new Point(0);",
        "static class C { final int n; C(int n) { this.n = n; } } static final C ONE = new C(1);",
        "static final java.util.Map<String, Integer> M = java.util.Map.of(\"a\", 1);",
        "static final java.util.Map<String, Integer> M = make();"
            + " static java.util.Map<String, Integer> make() {"
            + " var m = new java.util.HashMap<String, Integer>();"
            + " m.put(\"a\", 1); return java.util.Map.copyOf(m); }",
        "static final java.util.function.Supplier<String> S = \"a\"::strip;",
        "static final Object NONE = none(3);"
            + " static Object none(int n) { return n == 0 ? null : none(n - 1); }",
        "static final java.util.regex.Pattern P = java.util.regex.Pattern.compile(\"a\");",
        "static final String NAME = \"a\".repeat(3); static final Object LOCK = new Object();",
        "long next; final java.util.Map<String, String> m = new java.util.HashMap<>();",
      })
  void takesConstants(String members) throws Exception {
    assertThat(load(members, "").warnings()).isEmpty();
  }

  @Test
  void looksIntoThePackagesOfTheProgram() {
    assertThat(ServerInspection.of(Distant.class).errors())
        .containsExactly("Ids.next is static and can change");
  }
}
