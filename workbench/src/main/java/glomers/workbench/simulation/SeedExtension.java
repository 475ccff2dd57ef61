package glomers.workbench.simulation;

import glomers.workbench.report.RunFolder;
import glomers.workbench.report.ShellWords;
import glomers.workbench.report.StoreWriter;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.simulation.property.SometimesConditions;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.TestAbortedException;

/** Runs a {@link SeedTest} for its seeds, up to the first that fails. */
final class SeedExtension implements TestTemplateInvocationContextProvider {
  static final String ONE_SEED = "glomers.seed";
  private static final String SHRINK = "glomers.shrink";
  private static final String SEED_COUNT = "glomers.seeds";
  private static final String THOROUGH = "glomers.thorough";

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    SeedTest test = context.getRequiredTestMethod().getAnnotation(SeedTest.class);
    int count =
        Boolean.getBoolean(THOROUGH) && test.thorough() > 0 ? test.thorough() : test.value();
    AtomicBoolean failed = new AtomicBoolean();
    SometimesConditions conditions = new SometimesConditions();
    Stream<TestTemplateInvocationContext> runs =
        seeds(count)
            .takeWhile(seed -> !failed.get())
            .mapToObj(seed -> new Run(seed, failed, conditions));
    // Whether something is missing is known when all seeds have run, and is asked only then.
    Stream<TestTemplateInvocationContext> verdict =
        Stream.of(new UnmetConditions(conditions))
            .filter(missing -> Long.getLong(ONE_SEED) == null && !failed.get())
            .filter(missing -> !conditions.unmet().isEmpty())
            .map(missing -> missing);
    return Stream.concat(runs, verdict);
  }

  private static LongStream seeds(int count) {
    Long one = Long.getLong(ONE_SEED);
    return one == null
        ? LongStream.range(0, Integer.getInteger(SEED_COUNT, count))
        : LongStream.of(one);
  }

  /** One invocation of the test's method. */
  private interface Invoked
      extends TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
    long seed();

    @Override
    default List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    default boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == long.class;
    }

    @Override
    default Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return seed();
    }
  }

  /** Stands in place of a further seed if no seed has met a condition, and fails. */
  private record UnmetConditions(SometimesConditions conditions) implements Invoked {
    @Override
    public String getDisplayName(int index) {
      return "conditions that some seed must meet";
    }

    @Override
    public long seed() {
      return -1; // no test sees it
    }

    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> invocation,
        ReflectiveInvocationContext<Method> method,
        ExtensionContext context) {
      invocation.skip();
      throw new AssertionError(
          "no seed of this sweep has met "
              + conditions.unmet().stream()
                  .map(name -> '"' + name + '"')
                  .collect(Collectors.joining(", "))
              + ": it tests less than it says; take more seeds, other faults or longer runs");
    }
  }

  /** The test with one seed. */
  private record Run(long seed, AtomicBoolean failed, SometimesConditions conditions)
      implements Invoked, TestExecutionExceptionHandler {
    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> invocation,
        ReflectiveInvocationContext<Method> method,
        ExtensionContext context)
        throws Throwable {
      conditions.collect(invocation::proceed);
    }

    @Override
    public String getDisplayName(int index) {
      return "seed " + seed;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
        throws Throwable {
      if (failure instanceof TestAbortedException) {
        throw failure; // an assumption that does not hold is no failure
      }
      failed.set(true);
      throw new AssertionError(
          failure instanceof InvalidRunError invalid
              ? screen(context, invalid.run())
              : "seed "
                  + seed
                  + " fails; run it again by:\n    "
                  + ShellWords.join(command(context))
                  + "\n\n"
                  + failure.getMessage(),
          failure);
    }

    /** Keeps the run that failed, and shows it. */
    private String screen(ExtensionContext context, SimulatedRun run) {
      String name =
          context.getRequiredTestClass().getSimpleName()
              + "."
              + context.getRequiredTestMethod().getName();
      RunFolder folder =
          new RunFolder(
              Path.of(System.getProperty("basedir", ""), "target", "glomers", name, "seed-" + seed)
                  .toAbsolutePath());
      StoreWriter writer = new StoreWriter();
      writer.write("its folder", () -> Files.createDirectories(folder.path()));
      Screen screen =
          new RunFiles(folder, writer, name, ShellWords.join(command(context)))
              .write(
                  run,
                  !"false".equals(System.getProperty(SHRINK)),
                  progress -> {},
                  recording -> {});
      return writer.problem().map(screen::note).orElse(screen).again(command(context)).text();
    }

    private List<String> command(ExtensionContext context) {
      return ReplayCommand.of(
          Path.of(System.getProperty("basedir", "")),
          context.getRequiredTestClass(),
          context.getRequiredTestMethod().getName(),
          seed);
    }
  }
}
