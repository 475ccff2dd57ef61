package glomers.workbench.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Shows how far the search for the shortest failing run is, on a terminal in place of what was
 * shown before, and not at all elsewhere.
 */
record SearchProgress(PrintWriter console, boolean terminal) implements Consumer<String> {
  @Override
  public void accept(String text) {
    if (terminal) {
      console.print("\r\u001b[K" + text);
      console.flush();
    }
  }
}
