package glomers.workbench.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.simulation.ServerFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Servers with mistakes that people make first: at least one for each workload, two for most. */
final class ClassicMistakes {
  /**
   * A mistake.
   *
   * @param name of the file that has its screens
   * @param options of the test that shows it
   */
  record Mistake(String name, ServerFactory<?> server, String options) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Mistake> ALL =
      List.of(
          new Mistake("echo-of-another-request", LateEcho::new, "-w echo --node-count 2"),
          new Mistake("ids-without-the-node", CountedIds::new, "-w unique-ids --node-count 3"),
          new Mistake(
              "broadcast-sent-once",
              SendingOnce::new,
              "-w broadcast --node-count 5 --latency 100 --nemesis partition --nemesis-interval 2"),
          new Mistake("broadcast-kept", Keeping::new, "-w broadcast --node-count 3"),
          new Mistake("set-with-repetitions", Repeating::new, "-w g-set --node-count 2"),
          new Mistake("counter-of-one-node", OwnSum::new, "-w g-counter --node-count 3"),
          new Mistake("log-of-one-node", OwnLog::new, "-w kafka --node-count 2 --rate 20"),
          new Mistake("log-from-its-beginning", FromTheBeginning::new, "-w kafka --node-count 1"),
          new Mistake("txn-of-one-node", OwnStore::new, "-w txn-rw-register --node-count 2"),
          new Mistake("txn-with-zeros", Zeros::new, "-w txn-rw-register --node-count 1"),
          new Mistake("lists-of-one-node", OwnLists::new, "-w txn-list-append --node-count 2"),
          new Mistake("register-of-one-node", OwnRegister::new, "-w lin-kv --node-count 2"));

  private ClassicMistakes() {}

  /** Now and then answers what it was asked before. */
  static final class LateEcho {
    record Echo(JsonElement echo) implements Body {}

    record EchoOk(JsonElement echo) implements Body {}

    private JsonElement last = JsonNull.INSTANCE;

    LateEcho(Node node) {
      node.on(
          Echo.class,
          request -> {
            JsonElement before = last;
            last = request.body().echo();
            return new EchoOk(node.random().nextInt(10) == 0 ? before : last);
          });
    }
  }

  /** Counts on each node by itself. */
  static final class CountedIds {
    record Generate() implements Body {}

    record GenerateOk(long id) implements Body {}

    private long count;

    CountedIds(Node node) {
      node.on(Generate.class, request -> new GenerateOk(++count));
    }
  }

  /** Keeps to itself what it is told. */
  static class Keeping {
    record Topology() implements Body {}

    record TopologyOk() implements Body {}

    record Broadcast(long message) implements Body {}

    record BroadcastOk() implements Body {}

    record Read() implements Body {}

    record ReadOk(List<Long> messages) implements Body {}

    final Node node;
    private final Set<Long> messages = new TreeSet<>();

    Keeping(Node node) {
      this.node = node;
      node.on(Topology.class, request -> new TopologyOk());
      node.on(Read.class, request -> new ReadOk(List.copyOf(messages)));
      node.on(
          Broadcast.class,
          request -> {
            if (messages.add(request.body().message())) {
              tell(request.body());
            }
            return new BroadcastOk();
          });
    }

    void tell(Broadcast broadcast) {}
  }

  /** Tells the others once, whether or not they get it. */
  static final class SendingOnce extends Keeping {
    SendingOnce(Node node) {
      super(node);
    }

    @Override
    void tell(Broadcast broadcast) {
      node.peers().forEach(peer -> node.send(peer, broadcast));
    }
  }

  /** Keeps a list in place of a set, and takes in twice what comes twice. */
  static final class Repeating {
    record Add(long element) implements Body {}

    record AddOk() implements Body {}

    record Update(long element) implements Body {}

    record Read() implements Body {}

    record ReadOk(List<Long> value) implements Body {}

    private final List<Long> elements = new ArrayList<>();

    Repeating(Node node) {
      node.on(Read.class, request -> new ReadOk(List.copyOf(elements)));
      node.onOneWay(Update.class, request -> elements.add(request.body().element()));
      node.on(
          Add.class,
          request -> {
            elements.add(request.body().element());
            Update update = new Update(request.body().element());
            node.peers().forEach(peer -> node.send(peer, update));
            node.peers().forEach(peer -> node.send(peer, update));
            return new AddOk();
          });
    }
  }

  /** Returns the sum of what it was told itself. */
  static final class OwnSum {
    record Add(long delta) implements Body {}

    record AddOk() implements Body {}

    record Read() implements Body {}

    record ReadOk(long value) implements Body {}

    private long sum;

    OwnSum(Node node) {
      node.on(Read.class, request -> new ReadOk(sum));
      node.on(
          Add.class,
          request -> {
            sum += request.body().delta();
            return new AddOk();
          });
    }
  }

  /** Has logs of its own, so that nodes give the same offset to several messages. */
  static class OwnLog {
    record Send(String key, long msg) implements Body {}

    record SendOk(long offset) implements Body {}

    record Poll(Map<String, Integer> offsets) implements Body {}

    record PollOk(Map<String, List<List<Long>>> msgs) implements Body {}

    record CommitOffsets(Map<String, Long> offsets) implements Body {}

    record CommitOffsetsOk() implements Body {}

    record ListCommittedOffsets(List<String> keys) implements Body {}

    record ListCommittedOffsetsOk(Map<String, Long> offsets) implements Body {}

    private final Map<String, List<Long>> logs = new TreeMap<>();
    private final Map<String, Long> committed = new TreeMap<>();

    OwnLog(Node node) {
      node.on(Send.class, request -> new SendOk(append(request.body())));
      node.on(Poll.class, request -> new PollOk(poll(request.body())));
      node.on(
          CommitOffsets.class,
          request -> {
            committed.putAll(request.body().offsets());
            return new CommitOffsetsOk();
          });
      node.on(
          ListCommittedOffsets.class,
          request -> {
            Map<String, Long> listed = new TreeMap<>(committed);
            listed.keySet().retainAll(request.body().keys());
            return new ListCommittedOffsetsOk(listed);
          });
    }

    private long append(Send send) {
      List<Long> log = logs.computeIfAbsent(send.key(), key -> new ArrayList<>());
      log.add(send.msg());
      return log.size() - 1;
    }

    private Map<String, List<List<Long>>> poll(Poll poll) {
      Map<String, List<List<Long>>> polled = new TreeMap<>();
      poll.offsets()
          .forEach(
              (key, offset) -> {
                List<List<Long>> entries = new ArrayList<>();
                List<Long> log = logs.getOrDefault(key, List.of());
                for (int i = first(offset); i < log.size(); i++) {
                  entries.add(List.of((long) i, log.get(i)));
                }
                polled.put(key, entries);
              });
      return polled;
    }

    int first(int asked) {
      return asked;
    }
  }

  /** Returns all of a log, from wherever it is polled. */
  static final class FromTheBeginning extends OwnLog {
    FromTheBeginning(Node node) {
      super(node);
    }

    @Override
    int first(int asked) {
      return 0;
    }
  }

  /** Has a store of its own. */
  static class OwnStore {
    record Txn(List<List<JsonElement>> txn) implements Body {}

    record TxnOk(List<List<JsonElement>> txn) implements Body {}

    private final Map<JsonElement, JsonElement> store = new HashMap<>();

    OwnStore(Node node) {
      node.on(
          Txn.class, request -> new TxnOk(request.body().txn().stream().map(this::done).toList()));
    }

    private List<JsonElement> done(List<JsonElement> op) {
      if (op.get(0).getAsString().equals("w")) {
        store.put(op.get(1), op.get(2));
        return op;
      }
      return List.of(op.get(0), op.get(1), store.getOrDefault(op.get(1), unwritten()));
    }

    JsonElement unwritten() {
      return JsonNull.INSTANCE;
    }
  }

  /** Reads 0 where nothing was written. */
  static final class Zeros extends OwnStore {
    Zeros(Node node) {
      super(node);
    }

    @Override
    JsonElement unwritten() {
      return new JsonPrimitive(0);
    }
  }

  /** Has lists of its own. */
  static final class OwnLists {
    record Txn(List<List<JsonElement>> txn) implements Body {}

    record TxnOk(List<List<JsonElement>> txn) implements Body {}

    private final Map<JsonElement, JsonArray> lists = new HashMap<>();

    OwnLists(Node node) {
      node.on(
          Txn.class, request -> new TxnOk(request.body().txn().stream().map(this::done).toList()));
    }

    private List<JsonElement> done(List<JsonElement> op) {
      if (op.get(0).getAsString().equals("append")) {
        lists.computeIfAbsent(op.get(1), key -> new JsonArray()).add(op.get(2));
        return op;
      }
      JsonArray list = lists.get(op.get(1));
      return List.of(op.get(0), op.get(1), list == null ? JsonNull.INSTANCE : list.deepCopy());
    }
  }

  /** Has registers of its own. */
  static final class OwnRegister {
    record Read(long key) implements Body {}

    record ReadOk(long value) implements Body {}

    record Write(long key, long value) implements Body {}

    record WriteOk() implements Body {}

    record Cas(long key, long from, long to) implements Body {}

    record CasOk() implements Body {}

    private final Map<Long, Long> values = new TreeMap<>();

    OwnRegister(Node node) {
      node.on(Read.class, request -> new ReadOk(value(request.body().key())));
      node.on(
          Write.class,
          request -> {
            values.put(request.body().key(), request.body().value());
            return new WriteOk();
          });
      node.on(
          Cas.class,
          request -> {
            Cas cas = request.body();
            if (value(cas.key()) != cas.from()) {
              throw new RpcException(ErrorCode.PRECONDITION_FAILED, "it holds another value");
            }
            values.put(cas.key(), cas.to());
            return new CasOk();
          });
    }

    private long value(long key) {
      if (!values.containsKey(key)) {
        throw new RpcException(ErrorCode.KEY_DOES_NOT_EXIST, "there is no such key");
      }
      return values.get(key);
    }
  }
}
