package glomers.node;

import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.EncodedMessage;
import glomers.protocol.ErrorCode;
import glomers.protocol.Init;
import glomers.protocol.RpcException;
import glomers.storage.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The {@link Node} that a {@link NodeEngine} hands to its server. */
final class EngineNode implements Node {
  private final String id;
  private final List<String> ids;
  private final List<String> peers;
  private final Environment environment;
  private final Consumer<EncodedMessage> out;
  private final Handlers handlers;
  private final PendingCalls calls;
  private long lastMsgId;
  private Storage storage;

  /**
   * A node that is initialised.
   *
   * @param lastMsgId the number before that of its first request
   */
  EngineNode(Init init, long lastMsgId, Environment environment, Consumer<EncodedMessage> out) {
    this.id = init.nodeId();
    this.ids = List.copyOf(init.nodeIds());
    this.peers = without(id, ids);
    this.handlers = new Handlers(ids);
    this.environment = environment;
    this.out = out;
    this.calls = new PendingCalls(environment);
    this.lastMsgId = lastMsgId;
  }

  Handlers handlers() {
    return handlers;
  }

  PendingCalls calls() {
    return calls;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<String> ids() {
    return ids;
  }

  @Override
  public List<String> peers() {
    return peers;
  }

  @Override
  public List<String> peersExcept(String other) {
    return without(other, peers);
  }

  private static List<String> without(String one, List<String> all) {
    List<String> others = new ArrayList<>();
    for (String each : all) {
      if (!each.equals(one)) {
        others.add(each);
      }
    }
    return List.copyOf(others);
  }

  @Override
  public <B extends Body> void on(Class<B> type, Function<Request<B>, ? extends Body> handler) {
    handlers.on(type, handler);
  }

  @Override
  public <B extends Body> void onAsync(
      Class<B> type, Function<Request<B>, ? extends CompletionStage<? extends Body>> handler) {
    handlers.onAsync(type, handler);
  }

  @Override
  public <B extends Body> void onOneWay(Class<B> type, Consumer<Request<B>> handler) {
    handlers.onOneWay(type, handler);
  }

  @Override
  public void send(String dest, Body body) {
    out.accept(write(dest, body));
  }

  @Override
  public void send(Collection<String> dests, Body body) {
    EncodedMessage first = null;
    for (String dest : dests) {
      EncodedMessage message = first == null ? write(dest, body) : first.to(dest);
      first = first == null ? message : first;
      out.accept(message);
    }
  }

  private EncodedMessage write(String dest, Body body) {
    return Codec.write(id, dest, body, OptionalLong.empty(), OptionalLong.empty());
  }

  @Override
  public <R extends Body> CompletionStage<R> rpc(
      String dest, Body request, Class<R> reply, Duration timeout) {
    requirePositive(timeout, "timeout");
    Codec.typeOf(reply); // refuses a class that no reply can be read as, before one arrives
    if (calls.full()) {
      return CompletableFuture.failedFuture(
          new RpcException(
              ErrorCode.TEMPORARILY_UNAVAILABLE,
              PendingCalls.CALLS_MAX + " calls of " + id + " are waiting for replies already"));
    }
    long msgId = ++lastMsgId;
    EncodedMessage message =
        Codec.write(id, dest, request, OptionalLong.of(msgId), OptionalLong.empty());
    CompletionStage<R> stage = calls.expect(msgId, dest, reply, timeout);
    out.accept(message);
    return stage;
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    return environment.schedule(delay.toNanos(), guarded(task));
  }

  @Override
  public Timer every(Duration period, Runnable task) {
    requirePositive(period, "period");
    return new PeriodicTimer(environment, period.toNanos(), guarded(task));
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable e) {
        MemoryReserve.freeOn(e);
        environment.log().log(System.Logger.Level.ERROR, "a timer's task failed", e);
      }
    };
  }

  private static void requirePositive(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("the " + name + " must be positive, but is " + duration);
    }
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(environment.nowNanos());
  }

  @Override
  public Storage storage() {
    if (storage == null) {
      Consumer<Runnable> soon = task -> environment.schedule(0, guarded(task));
      storage = new Storage(environment.disk(id), soon, environment.log());
    }
    return storage;
  }

  @Override
  public RandomGenerator random() {
    return environment.random();
  }

  @Override
  public System.Logger log() {
    return environment.log();
  }
}
