package glomers.workbench.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * What the bytecode of a server does that a simulation can't replay, in the server's class and the
 * classes of its package that it reaches.
 *
 * @param errors what must not be: static state, which all simulated nodes and runs would share, and
 *     calls that end the process
 * @param warnings what makes runs differ from one time to the next: clocks, threads, the
 *     environment, randomness of its own
 */
public record ServerInspection(List<String> errors, List<String> warnings) {
  private static final ClassValue<ServerInspection> KNOWN =
      new ClassValue<>() {
        @Override
        protected ServerInspection computeValue(Class<?> server) {
          return inspect(server);
        }
      };

  /** Keeps its own copies. */
  public ServerInspection {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /** Inspects a server; only once for each class. */
  public static ServerInspection of(Class<?> server) {
    return KNOWN.get(server);
  }

  private static ServerInspection inspect(Class<?> server) {
    String packageName = server.getName().substring(0, server.getName().lastIndexOf('.') + 1);
    Set<String> errors = new TreeSet<>();
    Set<String> warnings = new TreeSet<>();
    Set<String> seen = new LinkedHashSet<>(List.of(server.getName()));
    Deque<String> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      ClassInspector inspector = new ClassInspector(packageName, errors, warnings);
      if (read(server, next.remove(), inspector)) {
        for (String name : inspector.reached()) {
          if (seen.add(name)) {
            next.add(name);
          }
        }
      }
    }
    return new ServerInspection(new ArrayList<>(errors), new ArrayList<>(warnings));
  }

  /** Returns false if there is no such class file, as with classes that are made at run time. */
  private static boolean read(Class<?> server, String name, ClassInspector inspector) {
    ClassLoader loader = server.getClassLoader();
    try (InputStream in =
        loader == null ? null : loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        return false;
      }
      new ClassReader(in).accept(inspector, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the class " + name, e);
    }
  }

  /**
   * Nothing if there are no {@link #errors}.
   *
   * @throws IllegalArgumentException if there are; the message names them and the remedy
   */
  public void requireNoErrors() {
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          "this server can't be simulated: "
              + String.join("; ", errors)
              + ". Keep all state in fields of the server, and let the process run.");
    }
  }
}
