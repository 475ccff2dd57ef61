package glomers.workbench.swarm;

import glomers.workbench.nemesis.Faults;
import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.workload.TestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The settings that a test has fixed by calls of its own; a {@link Swarm} draws the others.
 *
 * <p>Which they are is found by making the calls on two sets of options that differ in each setting
 * on which the draw of another depends: where they agree afterwards, the calls have decided.
 */
final class Told {
  private final List<Consumer<OptionsBuilder>> calls;
  private final TestOptions one;
  private final TestOptions other;

  /** What these calls fix of options that are otherwise those of {@code base}. */
  Told(TestOptions base, List<Consumer<OptionsBuilder>> calls) {
    this.calls = List.copyOf(calls);
    this.one = told(base, 1);
    this.other = told(base, 2);
  }

  private TestOptions told(TestOptions base, int number) {
    OptionsBuilder builder =
        OptionsBuilder.of(base)
            .rate(number)
            .timeLimit(Duration.ofSeconds(number))
            .latency(new Latency(Latency.Shape.CONSTANT, number))
            .nemesis(Faults.names().subList(0, number))
            .nemesisInterval(Duration.ofSeconds(number));
    applyTo(builder);
    return builder.build();
  }

  /** Makes the calls again. */
  void applyTo(OptionsBuilder builder) {
    calls.forEach(call -> call.accept(builder));
  }

  /** The value of a setting that others depend on; empty if it is not fixed. */
  <T> Optional<T> value(Function<TestOptions, T> setting) {
    T value = setting.apply(one);
    return value.equals(setting.apply(other)) ? Optional.of(value) : Optional.empty();
  }

  /** Whether the calls fix a setting that others depend on. */
  boolean fixes(Function<TestOptions, ?> setting) {
    return value(setting).isPresent();
  }
}
