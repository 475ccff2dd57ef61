package glomers.workbench.simulation.loader;

import glomers.node.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The copy of the node library in a part's jar, which a simulation does not use. */
final class OwnLibrary {
  private static final String PACKAGES = "glomers/(node|protocol|service|storage)/.*\\.class";

  private OwnLibrary() {}

  /** A sentence for a person, if a class of the copy is not the one that is simulated. */
  static Optional<String> note(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .filter(entry -> entry.getName().matches(PACKAGES))
          .filter(entry -> differs(file, entry))
          .findFirst()
          .map(
              entry ->
                  ("The simulation runs on the workbench's own node library, not on the copy in %s,"
                          + " which differs from it (in %s). Package the workbench again to simulate"
                          + " that one.")
                      .formatted(
                          jar.getFileName(),
                          entry.getName().replace(".class", "").replace('/', '.')));
    } catch (IOException e) {
      throw new UncheckedIOException(jar + " can't be read", e);
    }
  }

  private static boolean differs(JarFile file, JarEntry entry) {
    try (InputStream copy = file.getInputStream(entry);
        InputStream used = Node.class.getResourceAsStream("/" + entry.getName())) {
      return used == null || !Arrays.equals(copy.readAllBytes(), used.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(file.getName() + " can't be read", e);
    }
  }
}
