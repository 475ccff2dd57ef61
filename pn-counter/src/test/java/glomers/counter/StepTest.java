package glomers.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The step from g-set is another state and another merge: the gossip is the same. */
class StepTest {
  private static List<String> lines(String file) throws IOException {
    return new ArrayList<>(Files.readAllLines(Path.of(file)));
  }

  @Test
  void gossipIsThatOfTheSet() throws IOException {
    List<String> set = lines("../g-set/src/main/java/glomers/gset/Server.java");
    List<String> counter = lines("src/main/java/glomers/counter/Server.java");
    String begin = "  private void gossip(String peer) {";
    assertThat(counter).containsSubsequence(method(set, begin));
    set.forEach(counter::remove);
    assertThat(counter).as("lines that the set has not").hasSizeLessThanOrEqualTo(24);
  }

  private static List<String> method(List<String> lines, String begin) {
    int first = lines.indexOf(begin);
    int count = lines.subList(first, lines.size()).indexOf("  }");
    return lines.subList(first, first + count + 1);
  }
}
