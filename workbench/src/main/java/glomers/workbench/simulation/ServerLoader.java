package glomers.workbench.simulation;

import glomers.node.Node;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Loads the server of a packaged part into this JVM. By the convention of the parts it is the class
 * {@code Server} beside the main class, and its constructor takes the node. The node library is
 * that of the workbench, not the copy in the part's jar.
 */
public final class ServerLoader {
  private ServerLoader() {}

  /**
   * What constructs the server on a node.
   *
   * @param jar a part's executable, or its jar
   * @throws IllegalArgumentException if it holds no such class; the message says what to do
   * @throws UnfitServerException if the class can't be simulated
   */
  public static LoadedServer load(Path jar) {
    String name = mainPackage(jar) + "Server";
    try {
      // Kept open for as long as the JVM runs: classes are loaded when they are needed.
      @SuppressWarnings("resource")
      URLClassLoader loader =
          new URLClassLoader(new URL[] {jar.toUri().toURL()}, ServerLoader.class.getClassLoader());
      Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructor(Node.class);
      ServerInspection inspection = ServerInspection.of(constructor.getDeclaringClass());
      inspection.requireNoErrors();
      constructor.setAccessible(true);
      return new LoadedServer(constructor, inspection);
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalArgumentException(
          jar
              + ": a simulation needs a class "
              + name
              + " in it with a constructor that takes a "
              + Node.class.getName(),
          e);
    }
  }

  private static String mainPackage(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String main = manifest == null ? null : manifest.getMainAttributes().getValue("Main-Class");
      if (main != null) {
        return main.substring(0, main.lastIndexOf('.') + 1);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          jar
              + ": is no jar, so that it can't be simulated; test it on processes, by"
              + " workbench test",
          e);
    }
    throw new IllegalArgumentException(jar + ": its manifest names no Main-Class");
  }
}
