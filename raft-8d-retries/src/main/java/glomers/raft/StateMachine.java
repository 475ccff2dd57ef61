package glomers.raft;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of the keys, after the commands of the log. */
final class StateMachine {
  private final Map<Long, Long> values = new HashMap<>();
  private final Map<String, Map<Long, CommandResult>> results = new HashMap<>();

  /**
   * Carries a command out; a copy of one that was carried out before has its result, and no effect.
   */
  CommandResult apply(Command command) {
    return results
        .computeIfAbsent(command.client(), client -> new HashMap<>())
        .computeIfAbsent(command.number(), number -> perform(command));
  }

  private CommandResult perform(Command command) {
    Optional<Long> value = Optional.ofNullable(values.get(command.key()));
    boolean isWrite = command.from().isEmpty() && command.to().isPresent();
    boolean done = isWrite || value.isPresent() && command.from().or(() -> value).equals(value);
    if (done) {
      command.to().ifPresent(to -> values.put(command.key(), to));
    }
    return new CommandResult(done, value);
  }
}
