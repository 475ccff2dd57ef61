package glomers.workbench.session;

import glomers.protocol.Body;
import java.util.function.Consumer;

/** Calls from one process to its node. For use within events only. */
public interface Rpc {
  /** The id of the node. */
  String node();

  /**
   * Sends a request. One call may be under way at a time.
   *
   * @param reply the class of the expected reply, read strictly: no field may be missing, and none
   *     may be there that the class does not declare
   * @param then is called once, with the outcome of the call
   * @throws IllegalStateException if a call is under way already
   */
  <R extends Body> void call(Body request, Class<R> reply, Consumer<Reply<R>> then);
}
