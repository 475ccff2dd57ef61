package glomers.workbench.simulation.guard;

import glomers.workbench.time.VirtualTimeScheduler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Names the call by which a simulated server ends the JVM, and ends it with status 255 whatever
 * status the call asked for: a simulation that ends in the middle has no verdict, and must not look
 * like one that is valid. The signals that end a JVM are left alone.
 */
public final class ExitWatch {
  private static final int BROKEN = 255;
  private static final List<String> NOT_THE_CALLER =
      List.of(
          "java.lang.System",
          "java.lang.Runtime",
          "java.lang.reflect.",
          "java.lang.invoke.", // by which newer JVMs call reflectively
          "jdk.internal.");

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ExitWatch::look, "exit-watch"));
  }

  private ExitWatch() {}

  /** Watches from now on, for as long as the JVM runs. */
  public static void begin() {
    // the class has been initialised by now
  }

  private static void look() {
    Thread.getAllStackTraces().values().stream()
        .flatMap(stack -> exitCall(stack).stream())
        .findFirst()
        .ifPresent(ExitWatch::end);
  }

  /** The call by which a thread ends the JVM within a simulation, if it does. */
  private static Optional<StackTraceElement> exitCall(StackTraceElement[] stack) {
    boolean simulates =
        Arrays.stream(stack)
            .anyMatch(call -> call.getClassName().equals(VirtualTimeScheduler.class.getName()));
    return simulates
        ? Arrays.stream(stack)
            .dropWhile(call -> !isExit(call))
            .filter(call -> NOT_THE_CALLER.stream().noneMatch(call.getClassName()::startsWith))
            .findFirst()
        : Optional.empty();
  }

  private static boolean isExit(StackTraceElement call) {
    return call.getClassName().equals("java.lang.Runtime") && call.getMethodName().equals("exit");
  }

  private static void end(StackTraceElement call) {
    System.err.println(
        "\nThe simulation could not be finished: the server has ended the process, by System.exit"
            + " in\n    "
            + call
            + "\nLet the process run: throw an exception in a handler, and its sender gets an error.");
    System.err.flush();
    Runtime.getRuntime().halt(BROKEN);
  }
}
