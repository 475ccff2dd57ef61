package glomers.workbench.run;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.general.AgreementChecker;
import glomers.workbench.checker.general.AvailabilityChecker;
import glomers.workbench.checker.general.BoundedLoss;
import glomers.workbench.checker.general.ExceptionsChecker;
import glomers.workbench.checker.general.FaultsChecker;
import glomers.workbench.checker.general.FinalPhaseChecker;
import glomers.workbench.checker.general.NetChecker;
import glomers.workbench.checker.general.PerfChecker;
import glomers.workbench.checker.general.QuiescenceChecker;
import glomers.workbench.checker.general.StatsChecker;
import glomers.workbench.history.History;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The analysis of a finished run: the checkers that all tests share, and that of its workload. */
public final class Analysis {
  /**
   * Rules that are about how much there is to judge by. A run whose settings were drawn may be so
   * short, or its faults so long, that there is nothing.
   */
  private static final List<String> OF_AMOUNT =
      List.of("stats", "operations", "stable", "empty-transaction-graph");

  private Analysis() {}

  /** The results, under Maelstrom's names and in its order, by the rules that the options name. */
  public static Result of(TestOptions options, Workload workload, RunRecord outcome) {
    if (outcome.violation().isPresent()) {
      Finding violation = outcome.violation().get();
      return Result.builder()
          .detail("invariant", violation.sentence())
          .finding(violation)
          .verdictLast()
          .build()
          .by(options.rules());
    }
    History main = outcome.mainHistory();
    Map<String, Checker> checkers = new LinkedHashMap<>();
    checkers.put(
        "perf",
        on(main, new PerfChecker(options.rate(), outcome.rate().map(Rate::achieved).orElse(0.0))));
    checkers.put("timeline", history -> Result.builder().build());
    checkers.put("exceptions", new ExceptionsChecker());
    checkers.put("stats", on(main, new StatsChecker()));
    checkers.put("availability", on(main, new AvailabilityChecker(options.availability())));
    checkers.put("net", on(main, new NetChecker(outcome.network())));
    outcome
        .network()
        .finalPhase()
        .ifPresent(network -> checkers.put("final-phase", new FinalPhaseChecker(network)));
    if (!options.faults().names().isEmpty()) {
      checkers.put("nemesis", new FaultsChecker(options.nodes().size()));
    }
    promises(options, outcome, checkers);
    checkers.put("workload", workload(options, workload.checker()));
    Result result = Checker.compose(checkers).check(outcome.history()).by(options.rules());
    return options.variation().amountDrawn() ? result.without(OF_AMOUNT) : result;
  }

  private static void promises(
      TestOptions options, RunRecord outcome, Map<String, Checker> checkers) {
    OptionalDouble allowed = options.promises().quiescence();
    OptionalLong quiet = outcome.network().quiet();
    double seconds = options.faults().recovery().toNanos() / 2e9;
    if (allowed.isPresent() && quiet.isPresent() && seconds > 0) {
      checkers.put(
          "quiescence",
          new QuiescenceChecker(
              allowed.getAsDouble(), options.nodes().size(), quiet.getAsLong(), seconds));
    }
    if (options.promises().lossWindow().isPresent()) {
      checkers.put("agreement", new AgreementChecker());
    }
  }

  private static Checker workload(TestOptions options, Checker checker) {
    return options
        .promises()
        .lossWindow()
        .<Checker>map(
            window -> history -> checker.check(BoundedLoss.of(history, options.nodes(), window)))
        .orElse(checker);
  }

  /** A checker that judges this part of the history only. */
  private static Checker on(History part, Checker checker) {
    return history -> checker.check(part);
  }
}
