package glomers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What makes the parts a course: from one to the next the code changes by so little that its
 * difference can be read, as {@code make diff} shows it.
 */
class StepsTest {
  /** A part in the list, its idea, and by how many lines it differs from which part. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\|.*\\| \\[(\\S+)]\\(\\1\\) \\| [^|]*\\|(?: (\\d+)(?:, from (\\S+))?)? \\|");

  /** Lines added and lines removed; a file that is gone needs no reading. */
  @ParameterizedTest(name = "{0} to {1}: at most {2} lines")
  @CsvSource({
    // The main line: a challenge's next part, or the one that it begins anew from.
    "broadcast-3a, broadcast-3b, 80",
    "broadcast-3b, broadcast-3c, 80",
    "broadcast-3c, broadcast-3d, 80",
    "broadcast-3d, broadcast-3e, 80",
    "g-set, pn-counter, 80",
    "g-counter-cas, g-counter, 80",
    "kafka-5a, kafka-5b, 80",
    "kafka-5a, kafka-5c, 80",
    "txn-6a, txn-6b, 80",
    "txn-6b, txn-6c, 80",
    // Further parts.
    "broadcast-3d, broadcast-3d-anti-entropy, 300",
    "broadcast-3d-anti-entropy, broadcast-3e-hub, 300",
    "raft-8e, raft-8f, 300",
    "pn-counter, pn-counter-quiet, 300",
    "kafka-5a, kafka-5a-durable, 120",
    "kafka-5a, kafka-5b-journal, 300",
    "kafka-5c, kafka-5c-watermark, 300",
    "txn-list-7a, txn-list-7b, 300",
  })
  void isSmall(String from, String to, int linesMax) throws IOException {
    assertThat(difference(from, to, true))
        .as("make diff FROM=%s TO=%s", from, to)
        .isBetween(1, linesMax);
  }

  /** The steps of Raft are larger, and come with many messages. */
  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "raft-8a, raft-8b",
    "raft-8b, raft-8c",
    "raft-8c, raft-8d",
    "raft-8d, raft-8d-retries",
    "raft-8d-retries, raft-8d-snapshots",
    "raft-8d-snapshots, raft-8d-pre-vote",
    "raft-8d-pre-vote, raft-8d-batches",
    "raft-8d-batches, raft-8e",
  })
  void stepOfRaftIsSmallBesideItsMessages(String from, String to) throws IOException {
    assertThat(difference(from, to, false))
        .as("lines of make diff FROM=%s TO=%s that are not of messages", from, to)
        .isBetween(1, 250);
  }

  private static int difference(String from, String to, boolean withMessages) throws IOException {
    Map<String, List<String>> before = sources(from);
    int lines = 0;
    for (Map.Entry<String, List<String>> file : sources(to).entrySet()) {
      List<String> old = before.getOrDefault(file.getKey(), List.of());
      if (withMessages || !isMessage(old) && !isMessage(file.getValue())) {
        lines += difference(old, file.getValue());
      }
    }
    return lines;
  }

  /** The last column of the list of parts. */
  @Test
  void readmeCountsTheLinesThatChange() throws IOException {
    Map<String, Integer> counted = new TreeMap<>();
    Map<String, Integer> told = new TreeMap<>();
    String before = "";
    for (String line : Files.readAllLines(Workspace.path("README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String part = row.group(1);
        if (row.group(2) != null) {
          String from = row.group(3) == null ? before : row.group(3);
          told.put(part, Integer.parseInt(row.group(2)));
          counted.put(part, difference(from, part, true));
        }
        before = part;
      }
    }
    assertThat(told).hasSizeGreaterThan(10).isEqualTo(counted);
  }

  private static boolean isMessage(List<String> source) {
    return source.stream().anyMatch(line -> line.matches(".*implements ((Peer)?Body|Packet<).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "broadcast-3a",
        "broadcast-3b",
        "broadcast-3c",
        "broadcast-3d",
        "broadcast-3e",
        "g-set",
        "pn-counter",
        "g-counter-cas",
        "g-counter",
        "kafka-5a",
        "kafka-5b",
        "kafka-5c",
        "txn-6a",
        "txn-6b",
        "txn-6c",
        "txn-list-7a"
      })
  void codeOfStepIsShort(String part) throws IOException {
    int lines = 0;
    for (Map.Entry<String, List<String>> file : sources(part).entrySet()) {
      boolean isFrame = file.getKey().matches(".*/(Main|package-info).java");
      lines += isMessage(file.getValue()) || isFrame ? 0 : file.getValue().size();
      if (file.getKey().endsWith("/Server.java")) {
        assertThat(file.getValue().size()).as("lines of Server.java").isLessThanOrEqualTo(90);
      }
    }
    assertThat(lines).as("lines beside the messages of " + part).isBetween(1, 150);
  }

  @ParameterizedTest
  @CsvSource({
    "broadcast-3a, broadcast-3e",
    "g-set, pn-counter-quiet",
    "g-counter-cas, g-counter",
    "kafka-5a, kafka-5c-watermark",
    "txn-6a, txn-6c",
    "txn-list-7a, txn-list-7b",
    "raft-8a, raft-8f"
  })
  void partsOfChallengeShareMain(String first, String other) throws IOException {
    List<String> parts = Workspace.parts();
    for (String part : parts.subList(parts.indexOf(first), parts.indexOf(other) + 1)) {
      assertThat(main(part)).as(part).isEqualTo(main(first));
    }
  }

  private static List<String> main(String part) throws IOException {
    return sources(part).entrySet().stream()
        .filter(file -> file.getKey().endsWith("/Main.java"))
        .findAny()
        .orElseThrow()
        .getValue();
  }

  private static Map<String, List<String>> sources(String part) throws IOException {
    Path root = Workspace.path(part + "/src/main/java");
    Map<String, List<String>> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sources.put(root.relativize(file).toString(), Files.readAllLines(file));
      }
    }
    return sources;
  }

  @Test
  void countsLinesThatAreAddedAndRemoved() {
    assertThat(difference(List.of("a", "b", "c"), List.of("a", "x", "c", "d"))).isEqualTo(3);
    assertThat(difference(List.of(), List.of("a", "b"))).isEqualTo(2);
    assertThat(difference(List.of("a", "b"), List.of("b", "a"))).isEqualTo(2);
    assertThat(difference(List.of("a"), List.of("a"))).isZero();
  }

  /** All lines that are not in the longest common subsequence. */
  private static int difference(List<String> before, List<String> after) {
    List<Integer> lengths =
        new ArrayList<>(); // with the lines of "before" so far, by end in "after"
    for (int j = 0; j <= after.size(); j++) {
      lengths.add(0);
    }
    for (String line : before) {
      int diagonal = 0;
      for (int j = 1; j <= after.size(); j++) {
        int above = lengths.get(j);
        boolean same = line.equals(after.get(j - 1));
        lengths.set(j, same ? diagonal + 1 : Math.max(above, lengths.get(j - 1)));
        diagonal = above;
      }
    }
    return before.size() + after.size() - 2 * lengths.get(after.size());
  }
}
