package glomers.workbench.workload;

import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.history.Op;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.session.Session.Rpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

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

  /** Decides which operations a test performs. Made for one run; for use within events only. */
  interface Generator {
    /**
     * The next operation of the main phase, for this worker.
     *
     * @return empty if there is none for this worker now; another one is asked then
     */
    Optional<Invocation> next(Turn turn);

    /**
     * An operation of a client has ended, in whichever phase. Called before its worker is free.
     *
     * @param worker the number of the worker that performed it
     * @param invocation the entry of the history with which it began
     * @param completion the one with which it ended
     */
    default void completed(int worker, Op invocation, Op completion) {}

    /** The operations after all faults were healed; empty if the test has no such phase. */
    default Optional<FinalPhase> finalPhase() {
      return Optional.empty();
    }
  }

  /**
   * A worker that is free for its next operation.
   *
   * @param worker the number of the worker, from 0; stays the same for the whole test
   * @param elapsedNanos nanoseconds since the phase of the test began
   * @param random the source of all random choices of operations
   */
  record Turn(int worker, long elapsedNanos, RandomGenerator random) {}

  /**
   * The final phase: what each worker does when all faults have ended and the nodes have had time
   * to recover. The workers do not wait for each other.
   */
  interface FinalPhase {
    /** The next operation of this worker; empty if it has finished. */
    Optional<Invocation> next(Turn turn);

    /**
     * The mean pause before each operation of one worker; pauses are drawn from 0 to twice that.
     */
    default Duration meanPause() {
      return Duration.ZERO;
    }

    /** After this time no more operations begin. */
    default Duration timeLimit() {
      return Duration.ofDays(1);
    }

    /**
     * Whether Maelstrom's test has no such phase: then its operations and messages are reported
     * apart from those before, whose figures stay comparable.
     */
    default boolean isExtra() {
      return false;
    }

    /** One operation for each worker. */
    static FinalPhase oncePerWorker(Invocation operation) {
      Set<Integer> asked = new HashSet<>();
      return turn -> asked.add(turn.worker()) ? Optional.of(operation) : Optional.empty();
    }
  }
}
