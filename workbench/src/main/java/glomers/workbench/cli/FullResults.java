package glomers.workbench.cli;

import glomers.workbench.edn.Edn;
import picocli.CommandLine.Option;

/** The option that prints results in full. */
final class FullResults {
  private static final int ENTRIES_MAX = 12;

  @Option(
      names = "--full",
      description =
          "Print all results, not only the first entries of long lists. results.edn has all of them"
              + " in any case.")
  private boolean full;

  /** Results as they are printed. */
  String text(Object results) {
    return Edn.pretty(full ? results : Edn.shortened(results, ENTRIES_MAX), Edn.WIDTH);
  }
}
