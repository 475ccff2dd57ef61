package glomers.workbench.workload.kafka;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnForm;
import glomers.workbench.edn.Keyword;
import glomers.workbench.workload.Divisible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An operation of a client on the logs, with as much of the answer as is known. */
public sealed interface KafkaOp extends EdnForm {
  /** The client goes away without a word, and another one takes its place. */
  record Crash() implements KafkaOp {
    @Override
    public Object toEdn() {
      return null;
    }
  }

  /**
   * The operation that this package's description gives a form for.
   *
   * @param f the name of the function
   * @throws IllegalArgumentException if there is no such function, or this is not its form
   */
  static KafkaOp of(String f, Object edn) {
    try {
      return switch (f) {
        case "send" -> Send.of(edn);
        case "poll" -> Poll.of(edn);
        case "assign" -> Assign.of(edn);
        case "crash" -> new Crash();
        default -> throw new IllegalArgumentException("a log has no function " + f);
      };
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException(
          "not a value of the function " + f + ": " + Edn.print(edn), e);
    }
  }

  /**
   * Appends a message to a log.
   *
   * @param key the log
   * @param message a value of EDN that is no list
   * @param offset where it was put; null if that is unknown
   */
  record Send(String key, Object message, Long offset) implements KafkaOp {
    /** The same, put at this offset. */
    public Send at(long place) {
      return new Send(key, message, place);
    }

    @Override
    public Object toEdn() {
      Object sent = offset == null ? message : new Entry(offset, message).toEdn();
      return List.of(Arrays.asList(Keyword.of("send"), key, sent));
    }

    static Send of(Object value) {
      List<?> step = (List<?>) ((List<?>) value).get(0);
      String key = (String) step.get(1);
      if (step.get(2) instanceof List<?> pair) {
        Entry entry = Entry.of(pair);
        return new Send(key, entry.message(), entry.offset());
      }
      return new Send(key, step.get(2), null);
    }
  }

  /**
   * Reads what is next in the logs that a client is assigned to.
   *
   * @param answer the entries returned, by key; empty if there were none, null without an answer
   */
  record Poll(Map<String, List<Entry>> answer) implements KafkaOp {
    private static final Keyword POLL = Keyword.of("poll");

    /** A poll that was not answered yet. */
    public static final Poll REQUEST = new Poll(null);

    /** Keeps its own copy. */
    public Poll {
      answer = answer == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(answer));
    }

    @Override
    public Object toEdn() {
      if (answer == null) {
        return List.of(List.of(POLL));
      }
      Map<String, Object> edn = new LinkedHashMap<>();
      answer.forEach((key, entries) -> edn.put(key, entries.stream().map(Entry::toEdn).toList()));
      return List.of(List.of(POLL, edn));
    }

    static Poll of(Object value) {
      List<?> step = (List<?>) ((List<?>) value).get(0);
      if (step.size() < 2) {
        return REQUEST;
      }
      Map<String, List<Entry>> answer = new LinkedHashMap<>();
      ((Map<?, ?>) step.get(1))
          .forEach(
              (key, pairs) -> {
                List<Entry> entries = new ArrayList<>();
                ((List<?>) pairs).forEach(pair -> entries.add(Entry.of((List<?>) pair)));
                answer.put((String) key, entries);
              });
      return new Poll(answer);
    }

    /** The entries returned, by key, without keys that came with none. */
    public Map<String, List<Entry>> messages() {
      if (answer == null) {
        return Map.of();
      }
      Map<String, List<Entry>> messages = new LinkedHashMap<>(answer);
      messages.values().removeIf(List::isEmpty);
      return messages;
    }

    /** The offsets that the client commits afterwards: the highest polled one of each key. */
    public Map<String, Long> commits() {
      Map<String, Long> commits = new LinkedHashMap<>();
      messages().forEach((key, entries) -> commits.put(key, highestOffset(entries)));
      return commits;
    }

    /** The highest offset; −1 if there are no entries. */
    static long highestOffset(List<Entry> entries) {
      long highest = -1;
      for (Entry entry : entries) {
        highest = Math.max(highest, entry.offset());
      }
      return highest;
    }
  }

  /**
   * Chooses the logs that a client polls from now on.
   *
   * @param keys the logs
   * @param seekToBeginning whether to poll all of them from the first offset, not from where the
   *     client, or what is committed, stands
   * @param committed the committed offsets that the node listed, by key; null without an answer
   */
  record Assign(List<String> keys, boolean seekToBeginning, Map<String, Long> committed)
      implements KafkaOp, Divisible<String> {
    private static final Keyword KEYS = Keyword.of("keys");
    private static final Keyword SEEK = Keyword.of("seek-to-beginning?");
    private static final Keyword COMMITTED = Keyword.of("committed");

    /** Keeps its own copies. */
    public Assign {
      keys = List.copyOf(keys);
      committed =
          committed == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(committed));
    }

    /** Asks to go on polling these logs from where the client, or what is committed, stands. */
    public static Assign request(List<String> keys) {
      return new Assign(keys, false, null);
    }

    /** Asks to poll these logs from the first offset. */
    public static Assign fromBeginning(List<String> keys) {
      return new Assign(keys, true, null);
    }

    @Override
    public List<String> parts() {
      return keys;
    }

    @Override
    public Assign with(List<String> fewer) {
      return new Assign(fewer, seekToBeginning, committed);
    }

    /** The same, answered with these committed offsets. */
    public Assign answered(Map<String, Long> listed) {
      return new Assign(keys, seekToBeginning, listed);
    }

    @Override
    public Object toEdn() {
      Map<Keyword, Object> edn = new LinkedHashMap<>();
      edn.put(KEYS, keys);
      if (seekToBeginning) {
        edn.put(SEEK, true);
      }
      if (committed != null) {
        edn.put(COMMITTED, committed);
      }
      return edn;
    }

    static Assign of(Object value) {
      Map<?, ?> edn = (Map<?, ?>) value;
      List<String> keys = ((List<?>) edn.get(KEYS)).stream().map(String.class::cast).toList();
      Map<String, Long> committed = null;
      if (edn.get(COMMITTED) instanceof Map<?, ?> listed) {
        committed = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : listed.entrySet()) {
          committed.put((String) entry.getKey(), ((Number) entry.getValue()).longValue());
        }
      }
      return new Assign(keys, Boolean.TRUE.equals(edn.get(SEEK)), committed);
    }
  }

  /**
   * A message at its place in a log.
   *
   * @param offset from 0
   * @param message a value of EDN
   */
  record Entry(long offset, Object message) {
    /** As histories hold it: {@code [offset message]}. */
    public List<Object> toEdn() {
      return Arrays.asList(offset, message);
    }

    static Entry of(List<?> pair) {
      return new Entry(((Number) pair.get(0)).longValue(), pair.get(1));
    }
  }
}
