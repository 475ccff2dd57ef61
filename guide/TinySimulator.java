import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;

/**
 * A cluster in virtual time, all of it in one file. It floods values between three nodes, cuts one
 * node off for a while, and says whether a value got lost.
 *
 * <pre>
 * java guide/TinySimulator.java 2     one run, from this seed, message by message
 * java guide/TinySimulator.java       which of a hundred seeds lose a value
 * </pre>
 */
final class TinySimulator {
  private static final int NODES = 3;
  private static final int VALUES = 2;
  private static final int SEEDS = 100;

  /** Something that will happen; the number decides between events of the same time. */
  private record Event(long timeMillis, long number, Runnable task) {}

  /** One node; its code knows nothing of seeds, events and partitions. */
  private final class Node {
    final int id;
    final TreeSet<Integer> values = new TreeSet<>();

    Node(int id) {
      this.id = id;
    }

    void receive(Node sender, int value) {
      if (values.add(value)) {
        for (Node peer : nodes) {
          if (peer != this && peer != sender) {
            send(this, peer, value);
          }
        }
      }
    }
  }

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          Comparator.comparingLong(Event::timeMillis).thenComparingLong(Event::number));
  private final List<Node> nodes = new ArrayList<>();
  private final Random random;
  private final boolean verbose;
  private long nowMillis;
  private long scheduled;
  private Node isolated;

  private TinySimulator(long seed, boolean verbose) {
    this.random = new Random(seed);
    this.verbose = verbose;
    for (int id = 0; id < NODES; id++) {
      nodes.add(new Node(id));
    }
  }

  private void schedule(long delayMillis, Runnable task) {
    events.add(new Event(nowMillis + delayMillis, scheduled++, task));
  }

  private void send(Node sender, Node receiver, int value) {
    schedule(random.nextInt(100), () -> arrive(sender, receiver, value));
  }

  private void arrive(Node sender, Node receiver, int value) {
    boolean cut = sender == isolated || receiver == isolated;
    trace("n%d -> n%d: %d%s", sender.id, receiver.id, value, cut ? " is lost" : "");
    if (!cut) {
      receiver.receive(sender, value);
    }
  }

  /** A client's request; clients are never cut off. */
  private void broadcast(Node node, int value) {
    trace("client -> n%d: %d", node.id, value);
    node.receive(null, value);
  }

  private void isolate(Node node) {
    trace("a partition isolates n%d", node.id);
    isolated = node;
  }

  private void heal() {
    trace("the partition ends");
    isolated = null;
  }

  /** Runs the test, and returns whether all nodes have all values at its end. */
  private boolean run() {
    for (int value = 1; value <= VALUES; value++) {
      Node node = nodes.get(random.nextInt(NODES));
      int request = value;
      schedule(random.nextInt(1_000), () -> broadcast(node, request));
    }
    Node victim = nodes.get(random.nextInt(NODES));
    long start = random.nextInt(1_000);
    schedule(start, () -> isolate(victim));
    schedule(start + 200, this::heal);

    while (!events.isEmpty()) {
      Event event = events.remove();
      nowMillis = event.timeMillis();
      event.task().run();
    }
    nodes.forEach(node -> trace("n%d has %s", node.id, node.values));
    return nodes.stream().allMatch(node -> node.values.size() == VALUES);
  }

  private void trace(String format, Object... arguments) {
    if (verbose) {
      System.out.printf("%4d ms  %s%n", nowMillis, String.format(format, arguments));
    }
  }

  public static void main(String[] args) {
    if (args.length > 0) {
      boolean valid = new TinySimulator(Long.parseLong(args[0]), true).run();
      System.out.println(valid ? "nothing is lost" : "a value is lost");
      return;
    }
    List<Long> failed = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      if (!new TinySimulator(seed, false).run()) {
        failed.add(seed);
      }
    }
    System.out.println(failed.size() + " of " + SEEDS + " seeds lose a value: " + failed);
  }
}
