package glomers.workbench.report;

import glomers.workbench.history.OpType;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestFailure;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A summary of a run, for lists of runs.
 *
 * @param workload the workload's name
 * @param started when it began, as ISO 8601 has it
 * @param verdict the name of a {@link ExitStatus} in small letters, {@code running} or {@code
 *     interrupted}
 * @param command the arguments that it was run with
 * @param operations how many operations were begun; 0 while it runs
 * @param ok how many of them took place
 * @param serverMessagesPerOperation messages between servers per operation
 * @param pid the id of the process that runs it
 * @param note further remarks, such as why it could not be finished; empty if there are none
 */
public record RunSummary(
    String workload,
    String started,
    String verdict,
    List<String> command,
    long operations,
    long ok,
    double serverMessagesPerOperation,
    long pid,
    String note) {
  /** A run of this process that begins. */
  public static RunSummary begun(String workload, Instant start, List<String> command) {
    return new RunSummary(
        workload, start.toString(), RUNNING, command, 0, 0, 0, ProcessHandle.current().pid(), "");
  }

  /** The {@link #verdict} of a run that has not ended. */
  public static final String RUNNING = "running";

  /** The {@link #verdict} of a run that was ended from outside. */
  public static final String INTERRUPTED = "interrupted";

  /** The same run, when it has ended without figures. */
  public RunSummary ended(String how, String why) {
    return new RunSummary(workload, started, how, command, 0, 0, 0, pid, why);
  }

  /** The same run, when it has ended with this verdict. */
  public RunSummary ended(ExitStatus how, RunRecord outcome) {
    long begun = count(outcome, OpType.INVOKE);
    return new RunSummary(
        workload,
        started,
        how.label(),
        command,
        begun,
        count(outcome, OpType.OK),
        begun == 0 ? 0 : (double) outcome.network().servers().sent() / begun,
        pid,
        outcome.failure().map(TestFailure::describe).orElse(""));
  }

  private static long count(RunRecord outcome, OpType type) {
    return outcome.history().clientOps().filter(op -> op.type() == type).count();
  }

  /** The same run with another verdict. */
  public RunSummary judged(String now) {
    return new RunSummary(
        workload, started, now, command, operations, ok, serverMessagesPerOperation, pid, note);
  }

  /**
   * The same run, but not as running if its process is gone: it was killed, and could not say so.
   */
  RunSummary seenNow() {
    boolean gone = verdict.equals(RUNNING) && !isAlive();
    return gone ? ended(INTERRUPTED, "The workbench was killed.") : this;
  }

  /** Numbers of processes are used again: one that began later than the run is another one. */
  private boolean isAlive() {
    try {
      Instant begin = Instant.parse(started);
      return ProcessHandle.of(pid)
          .map(process -> process.info().startInstant().orElse(begin))
          .filter(start -> !start.isAfter(begin))
          .isPresent();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Whether all is there; what was read from a file may lack something. */
  boolean isComplete() {
    return Stream.of(workload, started, verdict, command, note).noneMatch(Objects::isNull);
  }
}
