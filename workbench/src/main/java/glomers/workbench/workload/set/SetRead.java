package glomers.workbench.workload.set;

import glomers.workbench.history.Op;
import java.util.List;

/** A read of a set that succeeded, from its invocation to its completion. */
record SetRead(Op invocation, Op completion) {
  /** The index in the history at which it began. */
  long begin() {
    return invocation.index();
  }

  /** The index in the history at which it ended. */
  long end() {
    return completion.index();
  }

  /** The elements read; none if the reply is no list. */
  List<?> values() {
    return completion.value() instanceof List<?> list ? list : List.of();
  }
}
