package glomers.workbench.simulation.loader;

import glomers.node.Node;
import glomers.workbench.plan.Expression;
import glomers.workbench.plan.JavaLiteral;
import glomers.workbench.simulation.guard.ServerInspection;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Loads the server of a packaged part into this JVM. By the convention of the parts it is the class
 * {@code Server} beside the main class, and its constructor takes the node. A part with settings
 * has a class {@code Settings} besides, whose static method {@code of} reads them from environment
 * variables, and a constructor that takes the node and the settings. The node library is that of
 * the workbench, not the copy in the part's jar.
 */
public final class ServerLoader {
  private ServerLoader() {}

  /**
   * The function that constructs the server on a node, with the part's default settings.
   *
   * @param jar a part's executable, or its jar
   * @throws IllegalArgumentException if it holds no such class; the message says what to do
   * @throws UnfitServerException if the class can't be simulated
   */
  public static LoadedServer load(Path jar) {
    return load(jar, Map.of());
  }

  /**
   * As {@link #load(Path)}, with other settings.
   *
   * @param variables the environment variables that the part's settings are read from. This
   *     process's own are not read: a run depends on its options and its seed alone
   */
  public static LoadedServer load(Path jar, Map<String, String> variables) {
    String prefix = mainPackage(jar);
    String name = prefix + "Server";
    try {
      // Kept open for as long as the JVM runs: classes are loaded when they are needed.
      @SuppressWarnings("resource")
      URLClassLoader loader =
          new URLClassLoader(new URL[] {jar.toUri().toURL()}, ServerLoader.class.getClassLoader());
      Class<?> server = loader.loadClass(name);
      ServerInspection inspection = ServerInspection.of(server);
      inspection.requireNoErrors();
      Optional<String> note = OwnLibrary.note(jar);
      if (variables.isEmpty()) {
        Constructor<?> constructor = accessible(server.getDeclaredConstructor(Node.class));
        return new LoadedServer(
            node -> construct(constructor, node),
            expression("Server::new", server),
            inspection,
            note);
      }
      Object settings = settings(loader, jar, prefix + "Settings", variables);
      Constructor<?> constructor =
          accessible(server.getDeclaredConstructor(Node.class, settings.getClass()));
      return new LoadedServer(
          node -> construct(constructor, node, settings),
          expression(
              "node -> new Server(node, Settings.of(" + JavaLiteral.of(variables) + "))", server),
          inspection,
          note);
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalArgumentException(
          "%s: a simulation needs a class %s in it with a constructor that takes a %s"
              .formatted(jar, name, Node.class.getName()),
          e);
    }
  }

  private static Expression expression(String source, Class<?> server) {
    return new Expression(source, true, server.getPackageName());
  }

  private static Object settings(
      ClassLoader loader, Path jar, String name, Map<String, String> variables) {
    try {
      return accessible(loader.loadClass(name).getDeclaredMethod("of", Map.class))
          .invoke(null, variables);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(jar + ": " + e.getCause().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          jar + ": has no settings: there is no class " + name + " with a method of(Map)", e);
    }
  }

  private static <T extends AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
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

  private static Object construct(Constructor<?> constructor, Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "the server can't be constructed: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server can't be constructed", e);
    }
  }
}
