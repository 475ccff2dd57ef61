package glomers.workbench.report;

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
    String note) {
  /** What {@link #verdict} says of a run that has not ended. */
  public static final String RUNNING = "running";

  /** What {@link #verdict} says of a run that was ended from outside. */
  public static final String INTERRUPTED = "interrupted";

  /** The same run, when it has ended without figures. */
  public RunSummary ended(String how, String why) {
    return new RunSummary(workload, started, how, command, 0, 0, 0, why);
  }

  /** Whether all is there; what was read from a file may lack something. */
  boolean isComplete() {
    return Stream.of(workload, started, verdict, command, note).noneMatch(Objects::isNull);
  }
}
