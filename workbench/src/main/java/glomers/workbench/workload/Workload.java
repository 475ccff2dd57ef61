package glomers.workbench.workload;

import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.session.Rpc;
import glomers.workbench.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One kind of test. Made for one run; for use within events only.
 *
 * @see WorkloadType
 */
public interface Workload {
  /**
   * A call that prepares a node.
   *
   * @param reply the class of the reply that the node must give
   */
  record SetUp(Body request, Class<? extends Body> reply) {}

  /** The call that prepares each node before the first operation, if there is one. */
  default Optional<SetUp> setUp() {
    return Optional.empty();
  }

  /** The generator of the operations. Called once. */
  Generator generator();

  /** Opens the session of a new process. */
  Session open(Rpc rpc);

  /**
   * The value of an operation whose form in histories this is: what the generator, the session and
   * the checker have. Usually the form itself.
   *
   * @param f the name of the function
   * @param edn a value of EDN; null if the operation has no argument
   * @throws IllegalArgumentException if the function has no value of this form
   */
  default Object value(String f, Object edn) {
    return edn;
  }

  /** How long a session waits for each reply. */
  default Duration timeout() {
    return Duration.ofSeconds(5);
  }

  /**
   * Whether a worker opens a new session, at a new address, after an operation of unknown outcome;
   * if not, only its process number changes.
   */
  default boolean reopensSessions() {
    return true;
  }

  /**
   * The records of this workload's messages, which its class declares, sorted by their names: a
   * request {@code X} and its reply {@code XOk} each.
   */
  default List<Class<? extends Body>> messageTypes() {
    List<Class<? extends Body>> types = new ArrayList<>();
    for (Class<?> declared : getClass().getDeclaredClasses()) {
      if (Body.class.isAssignableFrom(declared)) {
        types.add(declared.asSubclass(Body.class));
      }
    }
    types.sort(Comparator.comparing(Class::getSimpleName));
    return types;
  }

  /** The checker of this workload's histories. */
  Checker checker();
}
