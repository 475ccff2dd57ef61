package glomers.workbench.simulation.guard;

import glomers.node.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;

/**
 * The class files of a server's program: those in the package above the server's own, and below it,
 * but for the node library and the workbench. The libraries that a program brings are not its own
 * either: their caches are static, and do no harm.
 */
final class ProgramClasses {
  private final ClassLoader loader;
  private final String root;
  private final Map<Class<?>, Boolean> contained = new HashMap<>();

  ProgramClasses(Class<?> server) {
    loader = server.getClassLoader();
    root = root(server.getPackageName());
  }

  /** The package above; the top level (com, org, …) is nobody's own. */
  private static String root(String packageName) {
    int end = packageName.lastIndexOf('.');
    return end < 0 || packageName.indexOf('.') == end ? packageName : packageName.substring(0, end);
  }

  /** The class file of this name; empty if it is not the program's, or there is none. */
  Optional<ClassReader> read(String name) {
    boolean inRoot = root.isEmpty() ? name.indexOf('.') < 0 : name.startsWith(root + ".");
    if (loader == null || !inRoot) {
      return Optional.empty();
    }
    String file = file(name);
    URL url = loader.getResource(file);
    if (url == null || isBeside(Node.class, url, file) || isBeside(getClass(), url, file)) {
      return Optional.empty();
    }
    try (InputStream in = url.openStream()) {
      return Optional.of(new ClassReader(in));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the class " + name, e);
    }
  }

  /** The class of this name, not initialised; empty if it can't be linked. */
  Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // running it will tell
    }
  }

  /** Whether a class, or the one that a lambda is in, is the program's. */
  boolean contains(Class<?> type) {
    return type.getClassLoader() == loader && contained.computeIfAbsent(type, this::hasFile);
  }

  private boolean hasFile(Class<?> type) {
    return read(type.getName().replaceFirst("\\$\\$Lambda.*", "")).isPresent();
  }

  private static String file(String name) {
    return name.replace('.', '/') + ".class";
  }

  /** Whether a class file is in the same folder or jar as this class. */
  private static boolean isBeside(Class<?> type, URL url, String file) {
    String own = String.valueOf(type.getClassLoader().getResource(file(type.getName())));
    String folder = own.substring(0, own.length() - file(type.getName()).length());
    return url.toString().equals(folder + file);
  }
}
