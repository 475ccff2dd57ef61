package glomers.workbench.report;

import glomers.workbench.network.NetworkStats;
import glomers.workbench.run.Rate;
import glomers.workbench.run.RunRecord;
import glomers.workbench.workload.TestOptions;
import java.util.List;

/**
 * The data that are needed, besides the history, to judge a run again: {@code test.json}.
 *
 * @param arguments what the workbench was called with
 * @param seed of all random choices
 * @param rate the requested and the achieved one
 * @param network the count of messages
 */
public record StoredRun(List<String> arguments, long seed, Rate rate, NetworkStats network) {
  /** The data of a run with these options. */
  public static StoredRun of(TestOptions options, RunRecord outcome, List<String> arguments) {
    Rate rate = outcome.rate().orElse(new Rate(options.rate(), 0, 0));
    return new StoredRun(arguments, options.seed(), rate, outcome.network());
  }

  /** Whether all is there; what was read from a file may lack something. */
  boolean isComplete() {
    return arguments != null && !arguments.contains(null) && rate != null && network != null;
  }
}
