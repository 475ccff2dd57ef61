package glomers.workbench.shrink;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Sentences;
import glomers.workbench.checker.Validity;
import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.plan.Plan;
import glomers.workbench.shrink.ShortestRun.Search;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Cuts a failing run down: leaves out nodes, operations, faults and time as long as the run still
 * breaks the same rule (delta debugging, the algorithm ddmin; Zeller and Hildebrandt 2002). Each
 * try plays the plan that is left as a scenario, with the same seed. What follows a plan is never
 * cut: faults are ended, nodes recover, and the final operations are performed, for a rule rests on
 * these. Without them a correct server would break it, too.
 *
 * <p>Bounded by the number of steps that are played, not by the clock, so that the same run always
 * leads to the same result.
 */
public final class Shrinker {
  private static final long STEPS_MAX = 300_000;
  private static final long TRIES_MAX = 3_000;
  private static final String SPENT = " The search has ended at its limit: shorter ones may exist.";
  private static final int SEEDS_TRIED = 10;

  /** The latencies that are tried in place of a longer one, in milliseconds. */
  private static final long[] LATENCIES = {0, 10, 100, 1_000};

  private final Player player;
  private final Consumer<String> progress;
  private final PlanCuts cuts;
  private String rule;
  private long steps;
  private long tries;

  private Shrinker(Player player, Consumer<String> progress) {
    this.player = player;
    this.progress = progress;
    this.cuts = new PlanCuts(this::fails);
  }

  /**
   * Looks for the shortest run that breaks the rule that a run breaks first, for some seconds.
   *
   * @param player plays plans on the same system
   * @param plan what the run has done, up to its end
   * @param result the verdict on it; empty if there is none
   * @param progress receives now and then how far it is, in a few words
   */
  public static Search shrink(
      Player player, Plan plan, Optional<Result> result, Consumer<String> progress) {
    return new Shrinker(player, progress).shrink(plan, result);
  }

  private Search shrink(Plan whole, Optional<Result> result) {
    if (result.isEmpty()) {
      return Search.none("it ended before it could be judged.");
    }
    Optional<Finding> broken = first(result.get());
    if (broken.isEmpty()) {
      return Search.none(
          result.get().validity() == Validity.VALID
              ? "it is valid."
              : "its verdict is unknown, so that nothing tells which parts of it matter.");
    }
    rule = broken.get().rule().name();
    Optional<Plan> played = played(whole);
    if (played.isEmpty()) {
      return Search.none(notPlayed(whole));
    }
    Plan shortest = shortest(played.get());
    String summary = summary(whole, shortest, isSpent());
    return new Search(
        Optional.of(
            new ShortestRun(
                shortest, rule, player.play(shortest), player.source(shortest, rule), summary)),
        summary);
  }

  private String notPlayed(Plan whole) {
    String problem =
        player
            .play(whole)
            .problem()
            .map(text -> " With the run's own seed it can't be played: " + text)
            .orElse("");
    return String.format(
        Locale.ROOT,
        "its operations and faults alone, played at the same times with %d seeds, do not break the"
            + " rule %s. It may depend on what else is random, or on the exact order of events.%s",
        SEEDS_TRIED,
        rule,
        problem);
  }

  /**
   * The whole run as a plan that fails. What is random, such as losses, is so in another way there;
   * if the run's own seed does not fail, one of the next may.
   */
  private Optional<Plan> played(Plan whole) {
    long seed = whole.options().seed();
    return LongStream.range(seed, seed + SEEDS_TRIED)
        .mapToObj(other -> whole.with(OptionsBuilder.of(whole.options()).seed(other).build()))
        .filter(this::fails)
        .findFirst();
  }

  private Plan shortest(Plan whole) {
    Plan now = simplerLatency(whole);
    long size;
    do {
      size = size(now);
      now = cuts.fewerUnits(now);
      now = cuts.fewerNodes(now);
      now = cuts.shorterValues(now);
      now = cuts.shorterPauses(now);
    } while (size(now) < size && !isSpent());
    return now;
  }

  private static long size(Plan plan) {
    return plan.nodes().size() + plan.steps().size();
  }

  /**
   * Constant, and shorter than it was on average. Were all messages as slow as only some were, the
   * time to recover might be too short for a correct server.
   */
  private Plan simplerLatency(Plan plan) {
    for (long millis : LATENCIES) {
      Latency simpler = new Latency(Latency.Shape.CONSTANT, millis);
      Plan other = plan.with(OptionsBuilder.of(plan.options()).latency(simpler).build());
      if (millis < plan.options().latency().meanMillis() && fails(other)) {
        return other;
      }
    }
    return plan;
  }

  static String summary(Plan whole, Plan shortest, boolean isSpent) {
    return String.format(
        Locale.ROOT,
        "The shortest failing run found has %s, %s and %s; the full run has %s, %s and %s.%s",
        Sentences.count(shortest.nodes().size(), "node"),
        Sentences.count(shortest.operations(), "operation"),
        Sentences.count(shortest.faults(), "fault"),
        Sentences.count(whole.nodes().size(), "node"),
        Sentences.count(whole.operations(), "operation"),
        Sentences.count(whole.faults(), "fault"),
        isSpent ? SPENT : "");
  }

  private boolean isSpent() {
    return steps > STEPS_MAX || tries > TRIES_MAX;
  }

  private boolean fails(Plan plan) {
    if (isSpent()) {
      return false;
    }
    tries++;
    steps += plan.steps().size() + 20L;
    if (tries % 50 == 0) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "looking for a shorter failing run: %d nodes, %d operations, %d tries",
              plan.nodes().size(),
              plan.operations(),
              tries));
    }
    return player.play(plan).breaks(rule);
  }

  private static Optional<Finding> first(Result result) {
    return result.findings().stream()
        .filter(finding -> finding.validity() == Validity.INVALID)
        .findFirst();
  }
}
