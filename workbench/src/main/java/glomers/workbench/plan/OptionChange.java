package glomers.workbench.plan;

import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.workload.TestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    differences.look(
        TestOptions::topology,
        value -> "topology(Topology." + value.name() + ")",
        OptionsBuilder::topology);
    differences.look(
        TestOptions::diskLatency, value -> call("diskLatency", value), OptionsBuilder::diskLatency);
    if (options.availability().isPresent()) {
      double fraction = options.availability().getAsDouble();
      changes.add(
          new OptionChange(
              "availability(" + fraction + ")", builder -> builder.availability(fraction)));
    }
    differences.look(
        all -> all.faults().recovery(), value -> call("recovery", value), OptionsBuilder::recovery);
    differences.look(
        all -> all.keys().count(), value -> "keyCount(" + value + ")", OptionsBuilder::keyCount);
    differences.look(
        all -> all.txns().maxLength(),
        value -> "maxTxnLength(" + value + ")",
        OptionsBuilder::maxTxnLength);
    differences.look(
        all -> all.keys().maxWrites(),
        value -> "maxWritesPerKey(" + value + ")",
        OptionsBuilder::maxWritesPerKey);
    differences.look(
        all -> all.txns().models(),
        value -> "consistencyModels(" + JavaLiteral.of(value) + ")",
        OptionsBuilder::consistencyModels);
    differences.look(
        all -> all.txns().finalReads(),
        value -> "finalReads(" + value + ")",
        OptionsBuilder::finalReads);
    differences.look(
        all -> all.promises().quiescence(),
        value -> "quiescence(" + value.getAsDouble() + ")",
        (builder, value) -> builder.quiescence(value.getAsDouble()));
    differences.look(
        all -> all.promises().lossWindow(),
        value -> call("lossWindow", value.get()),
        (builder, value) -> builder.lossWindow(value.get()));
    differences.look(
        all -> all.variation().ties(),
        value -> "ties(Ties." + value.name() + ")",
        OptionsBuilder::ties);
    differences.look(
        TestOptions::analysisLimit,
        value -> call("analysisLimit", value),
        OptionsBuilder::analysisLimit);
    differences.look(
        TestOptions::rules, value -> "rules(Rules." + value.name() + ")", OptionsBuilder::rules);
    return changes;
  }

  private static String call(String name, Duration value) {
    boolean isWhole = value.equals(Duration.ofMillis(value.toMillis()));
    String amount = isWhole ? "ofMillis(" + value.toMillis() : "ofNanos(" + value.toNanos() + "L";
    return name + "(Duration." + amount + "))";
  }

  /** Sets an option. */
  private interface Setter<T> {
    OptionsBuilder set(OptionsBuilder builder, T value);
  }

  private record Differences(
      TestOptions options, TestOptions defaults, List<OptionChange> changes) {
    <T> void look(Function<TestOptions, T> get, Function<T, String> call, Setter<T> setter) {
      T value = get.apply(options);
      if (!Objects.equals(value, get.apply(defaults))) {
        changes.add(new OptionChange(call.apply(value), builder -> setter.set(builder, value)));
      }
    }
  }
}
