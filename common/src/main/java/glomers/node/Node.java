package glomers.node;

import glomers.protocol.Body;
import glomers.storage.Storage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A server's view of the node that it runs on. The node is initialised when a server gets it: its
 * id and its peers are known, and never change.
 *
 * <p><b>Threads.</b> A node's handlers, the completions of its rpcs and its timers never run at the
 * same time, and each sees what the ones before it did: a server needs no locks. They must not
 * block: nothing else happens on the node meanwhile. All methods must be called from within them,
 * or from the server's constructor; not from other threads.
 */
public interface Node {
  /** This node's own id. */
  String id();

  /** The ids of all nodes of the cluster, this one among them, in the same order on every node. */
  List<String> ids();

  /** The ids of all other nodes of the cluster. */
  List<String> peers();

  /**
   * The ids of all nodes but this one and {@code id}: the receivers of what came from {@code id}.
   */
  List<String> peersExcept(String id);

  /**
   * Registers the handler of requests of this type. Its result is sent to the sender if the sender
   * expects a reply (the message has a {@code msg_id}), and dropped otherwise.
   *
   * <p>A handler that throws an {@link glomers.protocol.RpcException} answers with that error; any
   * other exception is logged and answered with {@link glomers.protocol.ErrorCode#CRASH}. A {@link
   * glomers.protocol.PeerBody} of somebody who is no node of the cluster does not get here, nor
   * does what nests more than 200 levels deep: nodes could not pass it on.
   *
   * @throws IllegalArgumentException if the type has a handler already, or breaks a rule of {@link
   *     Body}
   */
  <B extends Body> void on(Class<B> type, Function<Request<B>, ? extends Body> handler);

  /**
   * As {@link #on}, for a reply that is not available yet: it is sent when the stage completes. The
   * stage must complete within a handler, a timer or the completion of an rpc of this node, not on
   * another thread.
   */
  <B extends Body> void onAsync(
      Class<B> type, Function<Request<B>, ? extends CompletionStage<? extends Body>> handler);

  /**
   * Registers the handler of messages of this type that have no reply. Only an error is answered:
   * if the sender expects a reply and the message can't be read or the handler throws.
   */
  <B extends Body> void onOneWay(Class<B> type, Consumer<Request<B>> handler);

  /** Sends a message that expects no reply. It may be lost without notice. */
  void send(String dest, Body body);

  /**
   * Sends the same message to each of these nodes; as {@link #send(String, Body)}, but the body is
   * made JSON once.
   */
  void send(Collection<String> dests, Body body);

  /**
   * Sends a request and returns its reply. The stage completes with the reply, or exceptionally
   * with an {@link glomers.protocol.RpcException}: the error that the other side answered with;
   * {@link glomers.protocol.ErrorCode#TIMEOUT} if nothing came in time; {@link
   * glomers.protocol.ErrorCode#MALFORMED_REQUEST} if the reply can't be read as an {@code R}; or
   * {@link glomers.protocol.ErrorCode#TEMPORARILY_UNAVAILABLE}, at once, if too many calls are
   * waiting already. A reply that comes after that is dropped.
   *
   * <p>Replies are told apart by the node they come from and the number of the request. Numbers
   * begin at 1, and after a restart at one that was not used before, so that a late reply to what
   * the node asked before a crash is dropped. A restart is known by the name of the client that
   * initialises the node, as Maelstrom and the workbench give them ({@code c0} is the first).
   * Elsewhere numbers begin at 1 again, and such a reply may pass for another one's.
   *
   * @param reply the class of the expected reply
   * @param timeout how long to wait; positive
   */
  <R extends Body> CompletionStage<R> rpc(
      String dest, Body request, Class<R> reply, Duration timeout);

  /** Runs the task once, after the delay; as soon as possible if it is not positive. */
  Timer after(Duration delay, Runnable task);

  /**
   * Runs the task periodically, for the first time after one period. If a run throws, the exception
   * is logged, and the next run follows as usual.
   *
   * @param period from the start of one run to that of the next; positive
   */
  Timer every(Duration period, Runnable task);

  /** The time that has passed since some fixed moment; never goes back. */
  Duration now();

  /**
   * What this node keeps across a crash; always the same object. A server that needs it takes and
   * replays it in its constructor; one that does not call this method has no files.
   */
  Storage storage();

  /** This node's own source of randomness. Use no other, so that simulated runs can be replayed. */
  RandomGenerator random();

  /** This node's log. Goes to stderr, which Maelstrom keeps as {@code node-logs/<id>.log}. */
  System.Logger log();
}
