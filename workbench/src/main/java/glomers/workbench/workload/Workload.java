package glomers.workbench.workload;

import com.google.gson.JsonObject;
import glomers.workbench.checker.Checker;
import glomers.workbench.client.Call;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One kind of test. An object serves one run: it may count what it has generated. For use within
 * events only.
 */
public interface Workload {
  /** The call that prepares each node before the first operation, if there is one. */
  default Optional<Call> setUp() {
    return Optional.empty();
  }

  /** The next operation. There is always one. */
  Invocation next(RandomGenerator random);

  /**
   * The operations that every worker does at the very end, when all faults are healed and the nodes
   * have had time to recover. None means that the test has no such phase.
   */
  default List<Invocation> finalOperations() {
    return List.of();
  }

  /** The request that carries this operation to a node. */
  Call call(Invocation invocation);

  /** The value that an operation has when it ended in this reply, a value of EDN. */
  Object completedValue(Invocation invocation, JsonObject reply);

  /**
   * Whether doing it twice, or not at all, makes no difference, so that an operation whose outcome
   * is unknown may be counted as failed.
   */
  default boolean isIdempotent(String f) {
    return false;
  }

  /** The judge of this workload's histories. */
  Checker checker();
}
