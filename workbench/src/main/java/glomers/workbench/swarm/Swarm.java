package glomers.workbench.swarm;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.Measure;
import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Ties;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Variation;
import glomers.workbench.workload.WorkloadType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Draws the settings of one run from its seed, within what a server {@link Claims} (swarm testing,
 * Groce et al. 2012). A feature that is always on hides bugs as well as one that is always off: a
 * lost message goes unnoticed where the next one comes soon, and a timeout is never reached where
 * no message is slow.
 *
 * <p>Runs are short on average, for many that differ find more than a few long ones.
 *
 * <p>What a test has fixed stays so, and what is drawn besides fits it: the length of a run and the
 * number of its operations, the length of its faults, and the time to recover from them.
 */
public final class Swarm {
  /** About how many operations a run may have: those of a fast workload end sooner. */
  private static final double OPERATIONS_MAX = 2_000;

  /** Faults after which a node can't answer every request. */
  private static final Set<String> STOPPING =
      Set.of(
          Act.KILL.fault(),
          Act.POWER_OFF.fault(),
          Act.SLOW_DISK.fault(),
          Act.CORRUPT.fault(),
          Act.PAUSE.fault(),
          Measure.STORE_SLOW.fault(),
          Measure.STORE_LOST.fault());

  /** Runs in which what is tried again and again may be given up, and still has time to show. */
  private static final double LONG_RUN_SECONDS = 30;

  private static final double[] FAULT_SECONDS = {0.5, 1, 3, 10};
  private static final double[] LONG_FAULT_SECONDS = {3, 10, 30, 60};
  private static final double[] SILENCE_SECONDS = {0.3, 1, 5};
  private static final int[] WRITES = {5, 20, 80, 95};

  /**
   * How many mean latencies the nodes have to recover at least: some round trips of the slowest.
   */
  private static final int RECOVERY_LATENCIES = 40;

  /** The longest mean latency that is multiplied, by up to 50. */
  private static final long SLOWED_LATENCY_MILLIS = 100;

  /**
   * After so many mean latencies the last message of a slow network is there, with half of it left.
   */
  private static final int SLOWED_LATENCIES = 600;

  /**
   * How much later the last of a million messages is there if latencies are exponential: 20 means.
   */
  private static final int EXPONENTIAL_TAIL = 4;

  /** Of so many nodes most kills leave one that knows what the others did. */
  private static final int SURVIVING_NODES = 3;

  /** Workers per node that are enough while some of them wait for their timeout. */
  private static final int PATIENT_WORKERS = 10;

  /** How many mean latencies the window of a bounded loss has at least. */
  private static final int WINDOW_LATENCIES = 50;

  /** How long the last messages of a slow store are under way, and what follows them. */
  private static final double LAST_OF_STORES_SECONDS = 40;

  /** Twice the time after which calls that were lost are repeated, and what follows them. */
  private static final double LAST_OF_LOST_CALLS_SECONDS = 15;

  /** Faults that a run has at least, on average, if a test fixes how long they are. */
  private static final int FAULTS_PER_RUN = 3;

  /** Of a run whose length is fixed, so much of it that a silence does not leave it empty. */
  private static final double SILENT_SHARE = 0.1;

  private static final Function<TestOptions, Duration> INTERVAL = all -> all.faults().interval();

  private final TestOptions base;
  private final Claims claims;
  private final Told told;
  private final RandomGenerator random;
  private final OptionsBuilder drawn;

  private Swarm(TestOptions base, Claims claims, Told told) {
    this.base = base;
    this.claims = claims;
    this.told = told;
    this.random = new RandomStreams(base.seed()).of("swarm");
    this.drawn = OptionsBuilder.of(base);
  }

  /**
   * The settings of the run with this seed.
   *
   * @param base whose rate, keys and recovery time are those of the server's own test, and whose
   *     seed decides
   */
  public static TestOptions draw(TestOptions base, Claims claims) {
    return draw(base, claims, List.of());
  }

  /**
   * The same, but for the settings that a test has fixed: they stay as they are.
   *
   * @param base what these calls have led to
   * @param told the calls that fix settings; they are made again, on other options
   */
  public static TestOptions draw(
      TestOptions base, Claims claims, List<Consumer<OptionsBuilder>> told) {
    return new Swarm(base, claims, new Told(base, told)).draw();
  }

  private TestOptions draw() {
    nodes();
    double seconds = traffic();
    keys();
    List<String> faults = faults(seconds);
    if (losesSome(faults)) {
      loseFew();
    }
    recovery(latency(faults), faults);
    drawn.ties(random.nextInt(4) == 0 ? Ties.SCHEDULED : Ties.RANDOM);
    told.applyTo(drawn);
    return drawn.drawn(isAmountDrawn(faults)).build();
  }

  /** Whether the test leaves open how much there is to judge by. */
  private boolean isAmountDrawn(List<String> faults) {
    boolean fixesFaults = faults.isEmpty() || told.fixes(INTERVAL);
    return !(told.fixes(TestOptions::rate) && told.fixes(TestOptions::timeLimit) && fixesFaults);
  }

  /** Mostly few, for these do more each. */
  private void nodes() {
    double share = random.nextDouble();
    int more = (int) (share * share * (claims.nodesMax() - claims.nodesMin() + 1));
    int count = claims.nodesMin() + more;
    if (count != base.nodes().size()) {
      drawn.nodeCount(count);
    }
    WorkloadType.ConcurrencyRule rule = Workloads.named(base.workload()).concurrency();
    int perNode = Math.max(1, base.concurrency() / base.nodes().size());
    int workers = random.nextInt(3) == 0 ? random.nextInt(1, 11) : perNode;
    drawn.concurrency(rule == WorkloadType.ConcurrencyRule.ANY ? workers + "n" : null);
  }

  private double traffic() {
    Optional<Double> fixedRate = told.value(TestOptions::rate);
    Optional<Double> fixedSeconds = told.value(TestOptions::timeLimit).map(Swarm::seconds);
    double least = leastSeconds();
    double drawnRate = rate();
    double rate = fixedRate.orElse(drawnRate);
    boolean isLong = random.nextInt(3) == 0; // for timeouts after timeouts
    double seconds = isLong ? between(LONG_RUN_SECONDS, 90) : between(1, 10);
    if (!isLong || fixedRate.isPresent()) {
      seconds = Math.min(seconds, Math.max(1, OPERATIONS_MAX / rate));
    }
    seconds = fixedSeconds.orElse(Math.max(least, seconds));
    if (fixedRate.isEmpty() && (isLong || fixedSeconds.isPresent() || least > 0)) {
      rate = Math.min(rate, OPERATIONS_MAX / seconds);
    }
    drawn.rate(Math.round(rate * 10) / 10.0).timeLimit(seconds(seconds));
    silences(fixedSeconds.map(all -> SILENT_SHARE * all).orElse(Double.MAX_VALUE));
    writes();
    return seconds;
  }

  private double rate() {
    double own = base.rate();
    return switch (random.nextInt(6)) {
      case 0 -> own;
      case 1 -> 4 * own; // for a short time, as after an outage
      case 2 -> Math.min(1, own);
      default -> own < 1 ? own : StrictMath.pow(own, random.nextDouble());
    };
  }

  /** How long a run must be for the faults whose length is fixed. */
  private double leastSeconds() {
    double fault = told.value(INTERVAL).map(Swarm::seconds).orElse(0.0);
    return claims.faults().isEmpty() ? 0 : FAULTS_PER_RUN * fault;
  }

  private void writes() {
    if (random.nextBoolean()) {
      int percent = WRITES[random.nextInt(WRITES.length)];
      drawn.writes(
          Workloads.named(base.workload()).hasWrites() ? percent : Variation.NONE.writes());
    }
  }

  private void silences(double longestSeconds) {
    if (random.nextBoolean()) {
      drawn.silence(seconds(Math.min(oneOf(SILENCE_SECONDS), longestSeconds)));
    }
  }

  /**
   * What may be lost hides what must not be. So mostly some nodes stay up, few operations are near
   * a kill, and clients that still wait for a dead node do not keep others from the node's next
   * life.
   */
  private void loseFew() {
    if (drawn.build().nodes().size() < SURVIVING_NODES && claims.nodesMax() >= SURVIVING_NODES) {
      drawn.nodeCount(SURVIVING_NODES);
    }
    if (random.nextBoolean()) {
      drawn.rate(Math.min(base.rate(), Math.round(between(0.5, 5) * 10) / 10.0));
      drawn.concurrency(PATIENT_WORKERS + "n");
    }
  }

  private Latency latency(List<String> faults) {
    long longest = longestLatencyMillis(faults);
    long millis =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> Math.min(base.latency().meanMillis(), longest);
          default -> (long) StrictMath.pow(longest + 1, random.nextDouble()) - 1;
        };
    Latency.Shape[] shapes = Latency.Shape.values();
    Latency any = new Latency(shapes[random.nextInt(shapes.length)], millis);
    Latency latency =
        told.value(TestOptions::latency)
            .orElse(claims.latencyMillisMax() == 0 ? Latency.NONE : any);
    drawn.latency(latency);
    return latency;
  }

  /** What was answered a window before a kill is elsewhere only if messages take far less. */
  private long longestLatencyMillis(List<String> faults) {
    if (losesSome(faults)) {
      return base.promises().lossWindow().orElseThrow().toMillis() / WINDOW_LATENCIES;
    }
    return faults.contains(Measure.SLOW.fault())
        ? Math.min(claims.latencyMillisMax(), SLOWED_LATENCY_MILLIS)
        : claims.latencyMillisMax();
  }

  private boolean losesSome(List<String> faults) {
    return faults.contains(Act.KILL.fault()) && base.promises().lossWindow().isPresent();
  }

  private void recovery(Latency latency, List<String> faults) {
    double latencySeconds = latency.meanMillis() / 1e3;
    double quiet =
        (random.nextBoolean() ? between(0, 20) : 0) + RECOVERY_LATENCIES * latencySeconds;
    if (faults.contains(Measure.STORE_SLOW.fault())) {
      quiet += LAST_OF_STORES_SECONDS;
    }
    if (faults.contains(Measure.STORE_LOST.fault())) {
      quiet += LAST_OF_LOST_CALLS_SECONDS;
    }
    if (faults.contains(Measure.SLOW.fault())) {
      int tail = latency.shape() == Latency.Shape.EXPONENTIAL ? EXPONENTIAL_TAIL : 1;
      quiet += SLOWED_LATENCIES * tail * latencySeconds;
    }
    drawn.recovery(base.faults().recovery().plus(seconds(quiet)));
  }

  private List<String> faults(double runSeconds) {
    List<String> left = new ArrayList<>(claims.faults());
    List<String> chosen = new ArrayList<>();
    for (int count = random.nextInt(left.size() + 1); count > 0; count--) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    if (losesSome(chosen)) {
      chosen.retainAll(List.of(Act.KILL.fault())); // others may keep what must be elsewhere here
    }
    chosen = told.value(all -> all.faults().names()).orElse(chosen);
    double mean = oneOf(runSeconds >= LONG_RUN_SECONDS ? LONG_FAULT_SECONDS : FAULT_SECONDS);
    drawn.nemesis(chosen).nemesisInterval(seconds(Math.min(mean, runSeconds)));
    if (chosen.stream().anyMatch(STOPPING::contains)) {
      drawn.anyAvailability();
    }
    return chosen;
  }

  private void keys() {
    if (random.nextInt(3) == 0) {
      drawn.keyCount(random.nextInt(1, base.keys().count() + 1));
    }
    if (random.nextInt(3) == 0) {
      drawn.maxWritesPerKey(random.nextInt(1, 10) * base.keys().maxWrites());
    }
    if (random.nextInt(3) == 0) {
      drawn.maxTxnLength(random.nextInt(1, 2 * base.txns().maxLength() + 1));
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  private double oneOf(double[] values) {
    return values[random.nextInt(values.length)];
  }

  /** A round number of milliseconds. */
  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 10) * 100);
  }
}
