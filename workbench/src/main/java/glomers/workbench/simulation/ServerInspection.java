package glomers.workbench.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.ClassNode;

/**
 * The result of inspecting a server's bytecode for actions that a simulation can't replay, in the
 * server's class and the classes of its program that it reaches (see {@link ProgramClasses}).
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
    Set<String> errors = new TreeSet<>();
    Set<String> warnings = new TreeSet<>();
    ProgramClasses program = new ProgramClasses(server);
    List<ClassNode> classes = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(List.of(server.getName()));
    Deque<String> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      Optional<ClassNode> read = program.read(next.remove());
      if (read.isPresent()) {
        ClassInspector inspector = new ClassInspector(errors, warnings);
        read.get().accept(inspector);
        classes.add(read.get());
        inspector.reached().stream().filter(seen::add).forEach(next::add);
      }
    }
    errors.addAll(StaticState.of(classes));
    return new ServerInspection(new ArrayList<>(errors), new ArrayList<>(warnings));
  }

  /**
   * Nothing if there are no {@link #errors}.
   *
   * @throws UnfitServerException if there are; the message names them and the remedy
   */
  public void requireNoErrors() {
    if (!errors.isEmpty()) {
      throw new UnfitServerException(
          "this server can't be simulated: "
              + String.join("; ", errors)
              + ". Keep all state in fields of the server, and let the process run.");
    }
  }
}
