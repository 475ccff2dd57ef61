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

  private record Waiting(Command request, Duration since, CompletableFuture<Command> done) {}

  private final Node node;
  private final StateMachine stateMachine;
  private final String client;
  private final NavigableMap<Long, Waiting> commands = new TreeMap<>();
  private Consumer<Forward> toLeader = forward -> {};
  private long numbers;
  private long sent;
  private boolean sendsSoon;

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

  /** Carries a command out that does this to a key. */
  CompletionStage<CommandResult> submit(long key, Optional<Long> from, Optional<Long> to) {
    requireRoom();
    long number = ++numbers;
    long oldest = commands.isEmpty() ? number : commands.firstKey();
    Command command = new Command(client, number, oldest, key, from, to);
    CompletableFuture<Command> done = new CompletableFuture<>();
    commands.put(number, new Waiting(command, node.now(), done));
    sendSoon();
    return done.thenApply(applied -> stateMachine.result(client, number).orElseThrow());
  }

  private void requireRoom() {
    if (commands.size() >= WAITING_MAX) {
      throw new RpcException(
          ErrorCode.TEMPORARILY_UNAVAILABLE, WAITING_MAX + " requests wait for a leader already");
    }
  }

  /** What else comes in this moment is sent with it. */
  private void sendSoon() {
    if (!sendsSoon) {
      sendsSoon = true;
      node.after(
          Duration.ZERO,
          () -> {
            sendsSoon = false;
            send(sent + 1);
          });
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
    sent = numbers;
    if (!waiting.isEmpty()) {
      toLeader.accept(new Forward(waiting));
    }
  }

  private void retry() {
    Duration now = node.now();
    giveUp(now.minus(TIMEOUT));
    if (isOld(now.minus(RETRY))) {
      send();
    }
  }

  private boolean isOld(Duration before) {
    return !commands.isEmpty() && commands.firstEntry().getValue().since().compareTo(before) < 0;
  }

  private void giveUp(Duration before) {
    while (isOld(before)) {
      commands
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
    Waiting waiting = commands.remove(number);
    if (waiting != null) {
      waiting.done().complete(waiting.request());
    }
  }
}
