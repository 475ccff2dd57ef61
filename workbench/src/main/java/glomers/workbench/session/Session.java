package glomers.workbench.session;

import java.util.function.Consumer;

/**
 * The client side of one process: its state, and how it performs operations. A new process gets a
 * new session, so that state dies with its process. For use within events only.
 */
public interface Session {
  /**
   * Performs an operation, by any number of calls.
   *
   * @param done is called once, with the outcome; within this call only if no message is needed
   */
  void invoke(Invocation operation, Consumer<Completion> done);
}
