package glomers.workbench.cli;

import java.io.IOException;

/** Tells whether a person is watching the output. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard output is a terminal. Asked of the system's {@code test}: {@link
   * System#console} looks at standard input, too, and means something else from one JDK to another.
   */
  static boolean isStandardOutput() {
    try {
      return new ProcessBuilder("test", "-t", "1").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
