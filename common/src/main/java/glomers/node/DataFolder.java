package glomers.node;

import java.nio.file.Path;

/** The folder in which a node of this process keeps its files. */
final class DataFolder {
  /** Names the folder of this run, in which each node has a folder of its own. */
  static final String VARIABLE = "GLOMERS_DATA";

  private DataFolder() {}

  /** The folder of this node; need not be there yet. */
  static Path of(String node) {
    String named = System.getenv(VARIABLE);
    Path run =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("java.io.tmpdir"), "glomers-data")
            : Path.of(named);
    return run.resolve(node);
  }
}
