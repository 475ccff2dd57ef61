package glomers.workbench.cluster;

import glomers.protocol.Codec;
import glomers.protocol.EncodedMessage;
import glomers.protocol.Message;
import glomers.workbench.fault.Unsynced;
import java.util.List;

/** Runs nodes. For use within events only; what it reports, it reports within events. */
public interface Cluster extends AutoCloseable {
  /** Receives the output of a node. */
  interface Output {
    /** The node printed a line on standard output. */
    void line(String line);

    /** The node sent a message, within this JVM. */
    default void message(EncodedMessage message) {
      line(message.line());
    }

    /** The node has failed; nothing more comes from it. */
    void failed(NodeFailure failure);

    /** The node's process has ended by itself; nothing more comes from it. */
    void exited(int status);

    /** A simulated node has ended itself for its disk; nothing more comes from it. */
    default void ended(NodeFailure lastWords) {
      failed(lastWords);
    }
  }

  /** Starts a node. If that fails, the output receives the failure, now or later. */
  void start(String id, Output output);

  /** Writes a line to a node's standard input. Returns at once. */
  void deliver(String id, String line);

  /**
   * Delivers a message to a node. Returns at once.
   *
   * @param id the network's own number of the message
   */
  default void deliver(String node, long id, Message message) {
    deliver(node, Codec.encode(id, message));
  }

  /** Pauses a node; lines that are delivered to it wait. */
  void pause(String id);

  /** Resumes a paused node. Does nothing to one that is not paused. */
  void resume(String id);

  /**
   * Kills a node, without a report to its output. It can be started again.
   *
   * @param left what is left of that which a simulated node has written but not synced; the files
   *     of a process are as they are
   */
  void kill(String id, Unsynced left);

  /**
   * The disks and clocks of simulated nodes.
   *
   * @throws UnsupportedOperationException if the nodes are processes
   */
  default Machines machines() {
    throw new UnsupportedOperationException(
        "disks and clocks can fail in simulation only: see workbench simulate");
  }

  /** The last lines that a node printed on standard error, oldest first. */
  List<String> lastErrors(String id);

  /**
   * What else may explain that a node has failed, a sentence or a few each. To be asked for once,
   * when the test is over: looking for it may end the node.
   */
  default List<String> hints(String id) {
    return List.of();
  }

  /** Ends all nodes; none is left when it returns. May be called more than once. */
  @Override
  void close();
}
