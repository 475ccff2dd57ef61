package glomers.raft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of the keys after the commands of the log, and the results of the latest of them, so
 * that a repeated command has no further effect (sessions; Ongaro 2014, section 6.3).
 */
final class StateMachine {
  /** The most sessions; the one that was not used for the longest time is given up for another. */
  private static final int SESSIONS_MAX = 1_000;

  /** A value of a key, in a snapshot. */
  record Value(long key, long value) {}

  /** A result of a session, in a snapshot. */
  record Result(String client, long number, CommandResult result) {}

  /** All of it, for a snapshot. */
  record State(List<Value> values, Map<String, Long> oldest, List<Result> results) {}

  private static final class Session {
    private long oldest;
    private final TreeMap<Long, CommandResult> results = new TreeMap<>();
  }

  private final Map<Long, Long> values = new TreeMap<>();
  private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>();

  /** Carries a command out, unless it was before. */
  void apply(Command command) {
    Session session = session(command.client());
    session.oldest = Math.max(session.oldest, command.oldest());
    session.results.headMap(session.oldest).clear();
    if (command.number() >= session.oldest) {
      session.results.computeIfAbsent(command.number(), number -> perform(command));
    }
  }

  /** The result of a command that is not answered yet; empty if it has not been applied. */
  Optional<CommandResult> result(String client, long number) {
    return Optional.ofNullable(sessions.get(client)).map(session -> session.results.get(number));
  }

  private Session session(String client) {
    Session session = Optional.ofNullable(sessions.remove(client)).orElseGet(Session::new);
    sessions.put(client, session); // as the last
    if (sessions.size() > SESSIONS_MAX) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    return session;
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

  State state() {
    List<Value> pairs = new ArrayList<>();
    values.forEach((key, value) -> pairs.add(new Value(key, value)));
    Map<String, Long> oldest = new LinkedHashMap<>();
    List<Result> results = new ArrayList<>();
    sessions.forEach(
        (client, session) -> {
          oldest.put(client, session.oldest);
          session.results.forEach(
              (number, result) -> results.add(new Result(client, number, result)));
        });
    return new State(pairs, oldest, results);
  }

  void restore(State state) {
    values.clear();
    sessions.clear();
    state.values().forEach(pair -> values.put(pair.key(), pair.value()));
    state.oldest().forEach((client, oldest) -> session(client).oldest = oldest);
    state
        .results()
        .forEach(
            each ->
                sessions
                    .computeIfAbsent(each.client(), client -> new Session())
                    .results
                    .put(each.number(), each.result()));
  }
}
