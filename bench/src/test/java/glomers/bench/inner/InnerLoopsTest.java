package glomers.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH finds, and what it is told. */
class InnerLoopsTest {
  private static final OutputFormat SILENT =
      OutputFormatFactory.createFormatInstance(
          new PrintStream(new ByteArrayOutputStream()), VerboseMode.SILENT);

  private final InnerLoops loops = new InnerLoops(4, part -> Path.of("/parts", part));

  static Stream<Method> benchmarks() {
    return Stream.of(
            CodecBenchmark.class,
            EventQueueBenchmark.class,
            KafkaBenchmark.class,
            LinearBenchmark.class,
            RecordingBenchmark.class,
            SimulatorBenchmark.class,
            TxnBenchmark.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Benchmark.class));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  private static List<String> found(List<String> includes) {
    return BenchmarkList.defaultList().find(SILENT, includes, List.of()).stream()
        .map(BenchmarkListEntry::getUsername)
        .toList();
  }

  @Test
  void jmhFindsEachBenchmarkAndNoOther() {
    assertThat(found(List.of()))
        .hasSize(10)
        .containsExactlyInAnyOrderElementsOf(benchmarks().map(InnerLoopsTest::name).toList());
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void aBenchmarkIsRunByItself(Method method) {
    Options options = loops.loop(method.getDeclaringClass(), method.getName()).build();
    assertThat(found(options.getIncludes())).containsExactly(name(method));
    assertThat(options.getForkCount().get()).isEqualTo(4);
  }

  @Test
  void theSimulatorIsToldAllOfItsParameters() {
    Options options =
        loops.simulation("broadcast-3d-anti-entropy", "broadcast", 25, 100, 50).build();
    assertThat(found(options.getIncludes()))
        .containsExactly(SimulatorBenchmark.class.getName() + ".run");
    assertThat(
            Arrays.stream(SimulatorBenchmark.class.getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .map(Field::getName))
        .hasSize(5)
        .allSatisfy(name -> assertThat(options.getParameter(name).hasValue()).isTrue());
    assertThat(options.getParameter("bin").get())
        .containsExactly("/parts/broadcast-3d-anti-entropy");
    assertThat(options.getParameter("workload").get()).containsExactly("broadcast");
    assertThat(options.getParameter("nodes").get()).containsExactly("25");
    assertThat(options.getParameter("rate").get()).containsExactly("100.0");
    assertThat(options.getParameter("latencyMillis").get()).containsExactly("50");
  }
}
