package glomers.workbench.simulation.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * The result of inspecting a server for what a simulation can't replay, in the server's class and
 * the classes of its program that it reaches (see {@link ProgramClasses}).
 */
public final class ServerInspection {
  private static final ClassValue<ServerInspection> KNOWN =
      new ClassValue<>() {
        @Override
        protected ServerInspection computeValue(Class<?> server) {
          return inspect(server);
        }
      };

  private final Set<String> exits;
  private final Set<String> warnings;
  private final StaticState state;

  private ServerInspection(Set<String> exits, Set<String> warnings, StaticState state) {
    this.exits = exits;
    this.warnings = warnings;
    this.state = state;
  }

  /** Inspects a server; only once for each class. */
  public static ServerInspection of(Class<?> server) {
    return KNOWN.get(server);
  }

  private static ServerInspection inspect(Class<?> server) {
    Set<String> exits = new TreeSet<>();
    Set<String> warnings = new TreeSet<>();
    ProgramClasses program = new ProgramClasses(server);
    List<Class<?>> classes = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(List.of(server.getName()));
    Deque<String> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      String name = next.remove();
      Optional<ClassReader> read = program.read(name);
      if (read.isPresent()) {
        ClassInspector inspector = new ClassInspector(exits, warnings);
        read.get().accept(inspector, ClassReader.SKIP_DEBUG);
        program.load(name).ifPresent(classes::add);
        inspector.reached().stream().filter(seen::add).forEach(next::add);
      }
    }
    return new ServerInspection(exits, warnings, new StaticState(program, classes));
  }

  /**
   * What must not be: static state, which all simulated nodes and runs would share, and calls that
   * end the process. Asked again after a run, it includes the arrays that have changed meanwhile.
   */
  public List<String> errors() {
    Set<String> errors = new TreeSet<>(exits);
    errors.addAll(state.errors());
    return List.copyOf(errors);
  }

  /**
   * What makes runs differ from one time to the next: clocks, threads, the environment, randomness
   * of the server's own.
   */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Nothing if there are no {@link #errors}.
   *
   * @throws UnfitServerException if there are; the message names them and the remedy
   */
  public void requireNoErrors() {
    List<String> errors = errors();
    if (!errors.isEmpty()) {
      throw new UnfitServerException(
          "this server can't be simulated: "
              + String.join("; ", errors)
              + ". Keep all state in fields of the server, and let the process run.");
    }
  }
}
