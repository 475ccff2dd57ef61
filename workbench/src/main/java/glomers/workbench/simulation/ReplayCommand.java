package glomers.workbench.simulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Maven command that runs one seed of a test again, from any working directory. */
final class ReplayCommand {
  private ReplayCommand() {}

  /**
   * The words of the command for a test of this module.
   *
   * @param module the folder of the module; a module of a workspace is built with what it needs
   */
  static List<String> of(Path module, Class<?> test, String method, long seed) {
    Path base = module.toAbsolutePath().normalize();
    Path root = workspace(base);
    List<String> words = new ArrayList<>(List.of("mvn", "-f", root.resolve("pom.xml").toString()));
    words.add("test");
    if (!root.equals(base)) {
      words.addAll(List.of("-pl", root.relativize(base).toString(), "-am"));
      words.add("-Dsurefire.failIfNoSpecifiedTests=false");
    }
    String name = test.getName().substring(test.getPackageName().length()).replaceFirst("^\\.", "");
    words.add("-Dtest=" + name + "#" + method);
    words.add("-D" + SeedExtension.ONE_SEED + "=" + seed);
    return words;
  }

  private static Path workspace(Path module) {
    Path root = module;
    while (root.getParent() != null && Files.exists(root.resolveSibling("pom.xml"))) {
      root = root.getParent();
    }
    return root;
  }
}
