package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandWordsTest {
  private static CommandWords of(String words) {
    return CommandWords.of(List.of(words.split(" ")));
  }

  private static String all(String words) {
    return String.join(" ", of(words).all());
  }

  @Test
  void namesFilesByTheirFullPaths() {
    String folder = Path.of("").toAbsolutePath().toString();
    assertThat(all("simulate --bin a/b --report=r.html --rate 2 -- --bin c"))
        .isEqualTo(
            "simulate --bin %1$s/a/b --report=%1$s/r.html --rate 2 -- --bin c".formatted(folder));
    assertThat(all("test --bin /a/b")).isEqualTo("test --bin /a/b");
  }

  @Test
  void namesAnOptionOnceWithTheValueThatCounts() {
    assertThat(all("test --time-limit 20 --rate 5 --time-limit=2 -w echo --workload g-set"))
        .isEqualTo("test --rate 5 --time-limit=2 --workload g-set");
    assertThat(all("test --log-stderr --rate 5 --log-stderr -- --rate 1 --rate 2"))
        .isEqualTo("test --rate 5 --log-stderr -- --rate 1 --rate 2");
    assertThat(all("simulate --no-swarm --seeds 3 --swarm"))
        .isEqualTo("simulate --seeds 3 --swarm");
  }

  @Test
  void keepsAllValuesOfAnOptionThatTakesSeveral() {
    for (String words : List.of("simulate -n a -n b --node c", "simulate --env A=1 --env=B=2")) {
      assertThat(all(words)).isEqualTo(words);
    }
  }

  @Test
  void keepsWordsThatItDoesNotKnow() {
    assertThat(all("test word --later 3 --rate")).isEqualTo("test word --later 3 --rate");
  }

  @Test
  void leavesOptionsOutByAnyOfTheirNames() {
    CommandWords words = of("simulate -w echo --seeds=3 --no-swarm --seed 4 -- --seed 5");
    assertThat(words.without("--workload", "--seed", "--seeds", "--swarm").all())
        .containsExactly("simulate", "--", "--seed", "5");
    assertThat(words.has("--seed")).isTrue();
    assertThat(words.without("--seed").has("--seed")).isFalse();
  }

  @Test
  void furtherOptionsStandBeforeTheArgumentsOfTheProgram() {
    CommandWords words = of("test -w echo -- a").with("--seed", "7");
    assertThat(words.all()).containsExactly("test", "-w", "echo", "--seed", "7", "--", "a");
    assertThat(words.options()).containsExactly("-w", "echo", "--seed", "7");
  }
}
