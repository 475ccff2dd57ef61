package glomers.raft;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lists of the keys after the commands of the log, and the results of the latest of them, so
 * that a repeated command has no further effect (sessions; Ongaro 2014, section 6.3).
 */
final class StateMachine {
  /** The most sessions; the one that was not used for the longest time is given up for another. */
  private static final int SESSIONS_MAX = 1_000;

  /** The list of a key, in a snapshot. */
  record Value(JsonElement key, List<JsonElement> list) {}

  /** A result of a session, in a snapshot. */
  record Result(String client, long number, List<List<JsonElement>> result) {}

  /** All of it, for a snapshot. */
  record State(List<Value> values, Map<String, Long> oldest, List<Result> results) {}

  private static final class Session {
    private long oldest;
    private final TreeMap<Long, List<List<JsonElement>>> results = new TreeMap<>();
  }

  private final Map<JsonElement, List<JsonElement>> lists = new LinkedHashMap<>();
  private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>();

  /** Carries a command out, unless it was before. */
  void apply(Command command) {
    Session session = session(command.client());
    session.oldest = Math.max(session.oldest, command.oldest());
    session.results.headMap(session.oldest).clear();
    if (command.number() >= session.oldest) {
      session.results.computeIfAbsent(command.number(), number -> perform(command.txn()));
    }
  }

  /** The result of a command that is not answered yet; empty if it has not been applied. */
  Optional<List<List<JsonElement>>> result(String client, long number) {
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

  /** Performs a transaction; returns it with its reads answered. */
  List<List<JsonElement>> perform(List<List<JsonElement>> txn) {
    List<List<JsonElement>> answered = new ArrayList<>();
    for (List<JsonElement> triple : txn) {
      MicroOp op = MicroOp.of(triple);
      if (op.isAppend()) {
        lists.computeIfAbsent(op.key(), key -> new ArrayList<>()).add(op.value());
        answered.add(triple);
      } else {
        answered.add(List.of(triple.get(0), op.key(), list(op.key())));
      }
    }
    return answered;
  }

  private JsonElement list(JsonElement key) {
    if (!lists.containsKey(key)) {
      return JsonNull.INSTANCE;
    }
    JsonArray list = new JsonArray();
    lists.get(key).forEach(list::add);
    return list;
  }

  State state() {
    List<Value> pairs = new ArrayList<>();
    lists.forEach((key, list) -> pairs.add(new Value(key, List.copyOf(list))));
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
    lists.clear();
    sessions.clear();
    state.values().forEach(pair -> lists.put(pair.key(), new ArrayList<>(pair.list())));
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
