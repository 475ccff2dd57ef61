package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the sweeps see anything: each broken Raft has to be found, and by the rule it breaks. */
class BrokenRaftsTest {
  private static final long SEEDS_MAX = Long.getLong("glomers.broken.seeds", 400);

  static List<BrokenRaft> found() {
    return BrokenRaft.all().stream().filter(each -> !each.findings().isEmpty()).toList();
  }

  static List<BrokenRaft> all() {
    return BrokenRaft.all();
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("found")
  void isFoundByItsRule(BrokenRaft broken, @TempDir Path folder) throws Exception {
    LongFunction<Optional<String>> run = runOf(broken, folder);
    assertThat(LongStream.range(0, SEEDS_MAX).mapToObj(run).flatMap(Optional::stream).findFirst())
        .as(broken.name())
        .hasValueSatisfying(
            finding -> assertThat(broken.findings()).as(finding).anyMatch(finding::contains));
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("what is replaced stands in the code, and what takes its place compiles")
  void isOneRuleAway(BrokenRaft broken, @TempDir Path folder) throws Exception {
    assertThat(broken.right()).isNotEqualTo(broken.wrong());
    runOf(broken, folder);
  }

  @SuppressWarnings("unchecked")
  private static LongFunction<Optional<String>> runOf(BrokenRaft broken, Path folder)
      throws Exception {
    Constructor<?> run =
        broken.compile(folder).loadClass(FaultyRun.class.getName()).getDeclaredConstructor();
    run.setAccessible(true);
    return (LongFunction<Optional<String>>) run.newInstance();
  }
}
