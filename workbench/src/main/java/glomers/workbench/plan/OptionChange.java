package glomers.workbench.plan;

import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.workload.TestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An option that a scenario looks at, and that differs from its default.
 *
 * @param call the call of the builder that sets it, in Java
 * @param set makes that call
 */
public record OptionChange(String call, Consumer<OptionsBuilder> set) {
  /**
   * What {@code options} differ in; not the nodes, the latency and the seed, which clusters have.
   */
  public static List<OptionChange> of(TestOptions options) {
    TestOptions defaults = new OptionsBuilder().workload(options.workload()).build();
    List<OptionChange> changes = new ArrayList<>();
    Differences differences = new Differences(options, defaults, changes);
    differences.look("topology", TestOptions::topology, OptionsBuilder::topology);
    differences.look("diskLatency", TestOptions::diskLatency, OptionsBuilder::diskLatency);
    differences.look(
        "availability",
        TestOptions::availability,
        (builder, value) -> builder.availability(value.getAsDouble()));
    differences.look("recovery", all -> all.faults().recovery(), OptionsBuilder::recovery);
    differences.look("keyCount", all -> all.keys().count(), OptionsBuilder::keyCount);
    differences.look("maxTxnLength", all -> all.txns().maxLength(), OptionsBuilder::maxTxnLength);
    differences.look(
        "maxWritesPerKey", all -> all.keys().maxWrites(), OptionsBuilder::maxWritesPerKey);
    differences.look(
        "consistencyModels", all -> all.txns().models(), OptionsBuilder::consistencyModels);
    differences.look("finalReads", all -> all.txns().finalReads(), OptionsBuilder::finalReads);
    differences.look(
        "quiescence",
        all -> all.promises().quiescence(),
        (builder, value) -> builder.quiescence(value.getAsDouble()));
    differences.look(
        "lossWindow",
        all -> all.promises().lossWindow(),
        (builder, value) -> builder.lossWindow(value.get()));
    differences.look("ties", all -> all.variation().ties(), OptionsBuilder::ties);
    differences.look("analysisLimit", TestOptions::analysisLimit, OptionsBuilder::analysisLimit);
    differences.look("rules", TestOptions::rules, OptionsBuilder::rules);
    return changes;
  }

  /** The value of an option as an expression of Java. */
  private static String literal(Object value) {
    if (value instanceof Duration duration) {
      boolean isWhole = duration.equals(Duration.ofMillis(duration.toMillis()));
      return isWhole
          ? "Duration.ofMillis(" + duration.toMillis() + ")"
          : "Duration.ofNanos(" + duration.toNanos() + "L)";
    } else if (value instanceof Enum<?> constant) {
      return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    } else if (value instanceof OptionalDouble number) {
      return Double.toString(number.getAsDouble());
    } else if (value instanceof Optional<?> optional) {
      return literal(optional.get());
    }
    return JavaLiteral.of(value);
  }

  /** Sets an option. */
  private interface Setter<T> {
    OptionsBuilder set(OptionsBuilder builder, T value);
  }

  private record Differences(
      TestOptions options, TestOptions defaults, List<OptionChange> changes) {
    <T> void look(String name, Function<TestOptions, T> get, Setter<T> setter) {
      T value = get.apply(options);
      if (!Objects.equals(value, get.apply(defaults))) {
        String call = name + "(" + literal(value) + ")";
        changes.add(new OptionChange(call, builder -> setter.set(builder, value)));
      }
    }
  }
}
