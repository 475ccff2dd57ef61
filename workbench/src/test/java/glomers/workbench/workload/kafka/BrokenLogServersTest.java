package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.Effort;
import glomers.workbench.shrink.Shrunk;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.workload.kafka.KafkaWorkload.CommitOffsets;
import glomers.workbench.workload.kafka.KafkaWorkload.CommitOffsetsOk;
import glomers.workbench.workload.kafka.KafkaWorkload.ListCommittedOffsets;
import glomers.workbench.workload.kafka.KafkaWorkload.ListCommittedOffsetsOk;
import glomers.workbench.workload.kafka.KafkaWorkload.Poll;
import glomers.workbench.workload.kafka.KafkaWorkload.PollOk;
import glomers.workbench.workload.kafka.KafkaWorkload.Send;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake of a server shows under the name of the rule that it breaks. */
class BrokenLogServersTest {
  /** Tells one message in twenty, the same on each try, so that what follows stays in order. */
  private static boolean isUnlucky(String key, long message) {
    return (key + message).hashCode() % 20 == 0;
  }

  private static final class Losing extends LogServer {
    Losing(Node node) {
      super(node);
    }

    @Override
    void store(String key, long offset, long message) {
      super.store(key, offset, isUnlucky(key, message) ? -1 : message);
    }

    @Override
    Map<Long, Long> entries(String key, long from) {
      Map<Long, Long> entries = new TreeMap<>(super.entries(key, from));
      entries.values().removeIf(message -> message == -1);
      return entries;
    }
  }

  private static final class ReusingOffsets extends LogServer {
    ReusingOffsets(Node node) {
      super(node);
    }

    @Override
    long nextOffset(String key) {
      long next = super.nextOffset(key);
      return next > 0 && isUnlucky(key, next) ? next - 1 : next;
    }
  }

  private static final class StoringTwice extends LogServer {
    StoringTwice(Node node) {
      super(node);
    }

    @Override
    void store(String key, long offset, long message) {
      super.store(key, offset, message);
      if (isUnlucky(key, message)) {
        super.store(key, offset + 1, message);
      }
    }
  }

  private static final class Skipping extends LogServer {
    Skipping(Node node) {
      super(node);
    }

    @Override
    Map<Long, Long> entries(String key, long from) {
      Map<Long, Long> entries = new TreeMap<>(super.entries(key, from));
      if (node.random().nextInt(10) == 0) {
        entries.values().removeIf(message -> isUnlucky(key, message));
      }
      return entries;
    }
  }

  private static final class StartingLate extends LogServer {
    StartingLate(Node node) {
      super(node);
    }

    @Override
    Map<Long, Long> entries(String key, long from) {
      boolean late = from == 0 && node.random().nextInt(10) == 0;
      return super.entries(key, late ? 1 : from);
    }
  }

  private static final class IgnoringOffsets extends LogServer {
    IgnoringOffsets(Node node) {
      super(node);
    }

    @Override
    Map<Long, Long> entries(String key, long from) {
      return super.entries(key, 0);
    }
  }

  private static final class ReturningEverything extends LogServer {
    ReturningEverything(Node node) {
      super(node);
    }

    @Override
    Body poll(Request<Poll> request) {
      Map<String, List<List<JsonElement>>> answer = new TreeMap<>();
      logs.keySet()
          .forEach(
              key ->
                  answer.put(
                      key, pairs(entries(key, request.body().offsets().getOrDefault(key, 0L)))));
      return new PollOk(answer);
    }
  }

  private static final class MakingUp extends LogServer {
    MakingUp(Node node) {
      super(node);
    }

    @Override
    void store(String key, long offset, long message) {
      super.store(key, offset, isUnlucky(key, message) ? message + 1_000 : message);
    }
  }

  private static final class RefusingButStoring extends LogServer {
    RefusingButStoring(Node node) {
      super(node);
    }

    @Override
    Body send(Request<Send> request) {
      Body reply = super.send(request);
      if (isUnlucky(request.body().key(), request.body().msg())) {
        throw new RpcException(ErrorCode.TEMPORARILY_UNAVAILABLE, "try later");
      }
      return reply;
    }
  }

  private static final class RefusingCommits extends LogServer {
    RefusingCommits(Node node) {
      super(node);
    }

    @Override
    Body commit(Request<CommitOffsets> request) {
      if (node.random().nextInt(5) == 0) {
        throw new RpcException(ErrorCode.TXN_CONFLICT, "another client commits");
      }
      return super.commit(request);
    }
  }

  private static final class Forgetting extends LogServer {
    Forgetting(Node node) {
      super(node);
    }

    @Override
    Body list(Request<ListCommittedOffsets> request) {
      return new ListCommittedOffsetsOk(Map.of());
    }
  }

  private static final class OverwritingCommits extends LogServer {
    OverwritingCommits(Node node) {
      super(node);
    }

    /** One message at a time, so that clients of the same log are not equally far. */
    @Override
    Map<Long, Long> entries(String key, long from) {
      return super.entries(key, from).entrySet().stream()
          .limit(1)
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    Body commit(Request<CommitOffsets> request) {
      committed.putAll(request.body().offsets());
      return new CommitOffsetsOk();
    }
  }

  private static final class Inventing extends LogServer {
    Inventing(Node node) {
      super(node);
    }

    @Override
    Body list(Request<ListCommittedOffsets> request) {
      Map<String, Long> listed = new TreeMap<>(committed);
      request.body().keys().forEach(key -> listed.merge(key, 1_000_000L, Long::sum));
      return new ListCommittedOffsetsOk(listed);
    }
  }

  private static final class FallingOffsets extends LogServer {
    FallingOffsets(Node node) {
      super(node);
    }

    @Override
    long nextOffset(String key) {
      return log(key).isEmpty() ? 1_000 : log(key).firstKey() - 1;
    }
  }

  private static final class CommittingAlone extends ForwardingServer {
    CommittingAlone(Node node) {
      super(node);
    }

    @Override
    CompletionStage<CommitOffsetsOk> commit(CommitOffsets request) {
      return CompletableFuture.completedFuture(new CommitOffsetsOk());
    }
  }

  private static final class LosingOneIn500 extends LogServer {
    private int stored;

    LosingOneIn500(Node node) {
      super(node);
    }

    @Override
    void store(String key, long offset, long message) {
      stored++;
      super.store(key, offset, stored % 500 == 0 ? -1 : message);
    }

    @Override
    Map<Long, Long> entries(String key, long from) {
      Map<Long, Long> entries = new TreeMap<>(super.entries(key, from));
      entries.values().removeIf(message -> message == -1);
      return entries;
    }
  }

  /** Clients send 1, 2, 3 … to a log, so that the next message can be guessed. */
  private static final class Foreseeing extends LogServer {
    Foreseeing(Node node) {
      super(node);
    }

    @Override
    Map<Long, Long> entries(String key, long from) {
      NavigableMap<Long, Long> log = log(key);
      if (!log.isEmpty() && log.lastEntry().getValue() < 16) {
        store(key, nextOffset(key), log.lastEntry().getValue() + 1);
      }
      return super.entries(key, from);
    }
  }

  private static final class Reversing extends LogServer {
    Reversing(Node node) {
      super(node);
    }

    @Override
    Map<Long, Long> entries(String key, long from) {
      return log(key).tailMap(from, true).descendingMap();
    }
  }

  private static final class GoingBackAfterCommits extends LogServer {
    private final Set<String> justCommitted = new HashSet<>();

    GoingBackAfterCommits(Node node) {
      super(node);
    }

    @Override
    Body commit(Request<CommitOffsets> request) {
      justCommitted.addAll(request.body().offsets().keySet());
      return super.commit(request);
    }

    @Override
    Map<Long, Long> entries(String key, long from) {
      return super.entries(key, justCommitted.remove(key) ? Math.max(0, from - 1) : from);
    }
  }

  private static SimulatedRun run(Function<? super Node, ?> server, int nodes, long seed) {
    return Simulation.of(server)
        .workload("kafka")
        .nodes(nodes)
        .concurrency("4n")
        .timeLimit(Duration.ofSeconds(10))
        .rate(100)
        .noSwarm()
        .seed(seed)
        .run();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        of("lost-write", 1, Losing::new),
        of("unseen", 1, Losing::new),
        of("inconsistent-offsets", 1, ReusingOffsets::new),
        of("duplicate", 1, StoringTwice::new),
        of("int-poll-skip", 1, Skipping::new),
        of("poll-skip", 1, Skipping::new),
        of("assign-skip", 1, StartingLate::new),
        of("nonmonotonic-poll", 1, IgnoringOffsets::new),
        of("unasked-poll", 1, ReturningEverything::new),
        of("phantom", 1, MakingUp::new),
        of("G1a", 1, RefusingButStoring::new),
        of("poll-skip", 1, RefusingCommits::new),
        of("forgotten-commit", 1, Forgetting::new),
        of("forgotten-commit", 1, OverwritingCommits::new),
        of("invented-commit", 1, Inventing::new),
        of("nonmonotonic-send", 1, FallingOffsets::new),
        of("unreplicated-commit", 2, CommittingAlone::new),
        of("nonmonotonic-poll", 1, GoingBackAfterCommits::new),
        of("int-nonmonotonic-poll", 1, Reversing::new),
        of("G1c-realtime", 1, Foreseeing::new),
        of("poll-skip", 2, ShowingTooEarly::new),
        of("inconsistent-offsets", 2, LogServer::new));
  }

  private static Arguments of(String type, int nodes, Function<? super Node, ?> server) {
    return arguments(type, nodes, server);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistakeShowsUnderItsName(String type, int nodes, Function<? super Node, ?> server) {
    SimulatedRun found =
        Stream.iterate(0L, seed -> seed + 1)
            .limit(20)
            .map(seed -> run(server, nodes, seed))
            .filter(run -> run.finding(type).isPresent())
            .findFirst()
            .orElseThrow(() -> new AssertionError("20 seeds and no " + type));
    assertThat(found.isValid()).isFalse();
    assertThat(found.result().orElseThrow().findings())
        .anyMatch(finding -> finding.rule().name().equals(type));
    Shrunk.assertFailsAlike(found, server, nodes == 1 ? LogServer::new : ForwardingServer::new);
  }

  @Test
  void oneMessageLostIn500Shows() {
    SimulatedRun run =
        Simulation.of(LosingOneIn500::new)
            .workload("kafka")
            .nodes(1)
            .concurrency("2n")
            .timeLimit(Duration.ofSeconds(10))
            .rate(1_000)
            .run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.finding("lost-write")).isPresent();
    assertThat(run.finding("unseen")).isPresent();
  }

  @Test
  void oneCorrectNodeIsValid() {
    for (long seed = 0; seed < Effort.of(2, 20); seed++) {
      run(LogServer::new, 1, seed).assertValid();
    }
  }
}
