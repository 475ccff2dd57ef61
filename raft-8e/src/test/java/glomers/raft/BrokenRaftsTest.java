package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenRaftsTest {
  static List<BrokenRaft> all() {
    return BrokenRaft.all();
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("all")
  void isFound(BrokenRaft broken, @TempDir Path folder) throws Exception {
    var type = broken.compile(folder).loadClass(FaultyRun.class.getName()).getDeclaredConstructor();
    type.setAccessible(true);
    @SuppressWarnings("unchecked")
    LongFunction<Optional<String>> run = (LongFunction<Optional<String>>) type.newInstance();
    Optional<String> wrong = Optional.empty();
    long seed = Long.getLong("from", 0);
    long max = Long.getLong("max", 30);
    for (; seed < max && wrong.isEmpty(); seed++) {
      wrong = run.apply(seed);
    }
    System.out.println(
        broken.name()
            + " | "
            + seed
            + " | "
            + wrong.map(w -> w.substring(0, Math.min(130, w.length()))));
    assertThat(wrong).isPresent();
  }
}
