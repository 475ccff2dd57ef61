package glomers.raft;

import glomers.node.Incarnation;
import glomers.node.Node;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What this node's clients wait for. It is sent to the leader, and again to the next one, until
 * this node has applied it itself.
 */
final class Requests {
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int WAITING_MAX = 10_000;

  private record Waiting<T>(T request, Duration since, CompletableFuture<T> done) {}

  private final Node node;
  private final StateMachine stateMachine;
  private final String client;
  private final NavigableMap<Long, Waiting<Command>> commands = new TreeMap<>();
  private final NavigableMap<Long, Waiting<Long>> reads = new TreeMap<>();
  private Consumer<Forward> toLeader = forward -> {};
  private long numbers;
  private long sent;

  Requests(Node node, StateMachine stateMachine) {
    this.node = node;
    this.stateMachine = stateMachine;
    this.client = Incarnation.idOf(node);
    node.every(RETRY, this::retry);
  }

  /** Sets how a message gets to the leader; it may be dropped if there is none. */
  void sendBy(Consumer<Forward> sender) {
    toLeader = sender;
  }

  /** Writes, if the key has the value that it must have. */
  CompletionStage<CommandResult> write(long key, Optional<Long> from, long to) {
    requireRoom();
    long number = ++numbers;
    long oldest = commands.isEmpty() ? number : commands.firstKey();
    Command command = new Command(client, number, oldest, key, from, to);
    CompletableFuture<Command> done = new CompletableFuture<>();
    commands.put(number, new Waiting<>(command, node.now(), done));
    sendSoon();
    return done.thenApply(applied -> stateMachine.result(client, number).orElseThrow());
  }

  /** Reads a key. */
  CompletionStage<Optional<Long>> read(long key) {
    requireRoom();
    long number = ++numbers;
    CompletableFuture<Long> done = new CompletableFuture<>();
    reads.put(number, new Waiting<>(key, node.now(), done));
    sendSoon();
    return done.thenApply(stateMachine::read);
  }

  private void requireRoom() {
    if (commands.size() + reads.size() >= WAITING_MAX) {
      throw new RpcException(
          ErrorCode.TEMPORARILY_UNAVAILABLE, WAITING_MAX + " requests wait for a leader already");
    }
  }

  /** What else comes in this moment is sent with the first. */
  private void sendSoon() {
    if (numbers == sent + 1) {
      node.after(Duration.ZERO, () -> send(sent + 1));
    }
  }

  /** Sends all that waits: there is another leader, or something may have been lost. */
  void send() {
    send(0);
  }

  /** Sends what waits from this number on. */
  private void send(long first) {
    List<Command> waiting = new ArrayList<>();
    commands.tailMap(first).values().forEach(each -> waiting.add(each.request()));
    Optional<ReadMark> mark =
        reads.tailMap(first).isEmpty()
            ? Optional.empty()
            : Optional.of(new ReadMark(client, reads.lastKey()));
    sent = numbers;
    if (!waiting.isEmpty() || mark.isPresent()) {
      toLeader.accept(new Forward(waiting, mark));
    }
  }

  private void retry() {
    Duration now = node.now();
    giveUp(commands, now.minus(TIMEOUT));
    giveUp(reads, now.minus(TIMEOUT));
    if (isOld(commands, now.minus(RETRY)) || isOld(reads, now.minus(RETRY))) {
      send();
    }
  }

  private static <T> boolean isOld(NavigableMap<Long, Waiting<T>> waiting, Duration before) {
    return !waiting.isEmpty() && waiting.firstEntry().getValue().since().compareTo(before) < 0;
  }

  private static <T> void giveUp(NavigableMap<Long, Waiting<T>> waiting, Duration before) {
    while (isOld(waiting, before)) {
      waiting
          .pollFirstEntry()
          .getValue()
          .done()
          .completeExceptionally(new RpcException(ErrorCode.TIMEOUT, "no leader has answered"));
    }
  }

  /** This node has applied a command. */
  void applied(Command command) {
    if (command.client().equals(client)) {
      complete(command.number());
    }
  }

  /** This node has applied a snapshot. */
  void restored() {
    List.copyOf(commands.keySet()).stream()
        .filter(number -> stateMachine.result(client, number).isPresent())
        .forEach(this::complete);
  }

  private void complete(long number) {
    Waiting<Command> waiting = commands.remove(number);
    if (waiting != null) {
      waiting.done().complete(waiting.request());
    }
  }

  /** This node has applied what these reads have to see. */
  void confirmed(ReadMark mark) {
    if (mark.client().equals(client)) {
      while (!reads.isEmpty() && reads.firstKey() <= mark.number()) {
        Waiting<Long> waiting = reads.pollFirstEntry().getValue();
        waiting.done().complete(waiting.request());
      }
    }
  }
}
