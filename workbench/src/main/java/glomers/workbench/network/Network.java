package glomers.workbench.network;

import glomers.protocol.Message;
import glomers.workbench.time.Lane;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Scheduler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Carries messages between nodes, clients and services. For use within events only. */
public final class Network {
  /** Takes the messages that arrive at one address. */
  public interface Receiver {
    /**
     * A message has arrived.
     *
     * @param id the network's own number of it
     */
    void receive(long id, Message message);
  }

  private final Scheduler scheduler;
  private final Latency latency;
  private final RandomGenerator random;
  private final List<NetworkListener> listeners;
  private final Map<String, Receiver> receivers = new HashMap<>();
  private final Map<String, Map<String, Lane>> lanes = new HashMap<>();
  private final Map<List<String>, List<Runnable>> held = new HashMap<>();
  private final Set<String> departed = new HashSet<>();
  private final Set<String> services = new HashSet<>();
  private final NetworkFaults faults;
  private long lastId = -1;

  /** A network without any addresses. */
  public Network(
      Scheduler scheduler,
      Latency latency,
      RandomStreams streams,
      List<NetworkListener> listeners) {
    this.scheduler = scheduler;
    this.latency = latency;
    this.random = streams.of("network");
    this.faults = new NetworkFaults(streams);
    this.listeners = List.copyOf(listeners);
  }

  /** Delivers messages to this address to the receiver from now on. */
  public void connect(String id, Receiver receiver) {
    receivers.put(id, receiver);
  }

  /**
   * Delivers messages to a service at this address. Messages from and to it take as long as those
   * between servers. Faults of the network between servers do not reach them, services have faults
   * of their own; and only a partition that names the service cuts it off, which those of a nemesis
   * never do.
   */
  public void connectService(String id, Receiver receiver) {
    services.add(id);
    connect(id, receiver);
  }

  /** Drops messages to this address from now on. */
  public void disconnect(String id) {
    receivers.remove(id);
    departed.add(id);
  }

  /** Whether this address is, or once was, connected. */
  public boolean knows(String id) {
    return receivers.containsKey(id) || departed.contains(id);
  }

  /** Whether this is the address of a client that is, or once was, connected. */
  public boolean knowsClient(String id) {
    return isClient(id) && knows(id);
  }

  /** Sends a message; {@link #knows} its destination. */
  public void send(Message message) {
    long id = ++lastId;
    long now = scheduler.nowNanos();
    listeners.forEach(listener -> listener.sent(id, message));
    List<Long> delays = delaysNanos(message);
    if (delays.isEmpty()) {
      lose(id, message, now, LossReason.LOSS);
    }
    Lane lane = lane(message.src(), message.dest());
    delays.forEach(delay -> scheduler.schedule(lane, delay, () -> arrive(id, message, now)));
  }

  /** Messages of one link that take equally long arrive in the order of their sending. */
  private Lane lane(String src, String dest) {
    return lanes
        .computeIfAbsent(src, none -> new HashMap<>())
        .computeIfAbsent(dest, none -> new Lane());
  }

  private List<Long> delaysNanos(Message message) {
    if (involvesClient(message)) {
      return List.of(0L);
    }
    if (services.contains(message.src()) || services.contains(message.dest())) {
      return faults.serviceDelaysNanos(latency, random);
    }
    return faults.delaysNanos(latency, random);
  }

  private void lose(long id, Message message, long sentNanos, LossReason reason) {
    listeners.forEach(listener -> listener.lost(id, message, sentNanos, reason));
  }

  private void arrive(long id, Message message, long sentNanos) {
    Receiver receiver = receivers.get(message.dest());
    if (receiver == null) {
      lose(id, message, sentNanos, LossReason.ABSENT);
      return;
    }
    if (faults.isPartitioned(message.src(), message.dest())) {
      lose(id, message, sentNanos, LossReason.PARTITION);
      return;
    }
    List<Runnable> queue = held.isEmpty() ? null : held.get(List.of(message.src(), message.dest()));
    if (queue != null) {
      queue.add(() -> arrive(id, message, sentNanos));
      return;
    }
    listeners.forEach(listener -> listener.received(id, message, sentNanos));
    receiver.receive(id, message);
  }

  /**
   * Holds back messages from one node to the other, in the order in which they would have arrived.
   */
  public void hold(String src, String dest) {
    held.putIfAbsent(List.of(src, dest), new ArrayList<>());
  }

  /** Delivers messages that were held back, and holds no more of them. */
  public void release(String src, String dest) {
    List<Runnable> queue = held.remove(List.of(src, dest));
    if (queue != null) {
      queue.forEach(arrival -> scheduler.schedule(lane(src, dest), 0, arrival));
    }
  }

  /** The faults of the network between servers. */
  public NetworkFaults faults() {
    return faults;
  }

  /** Whether a client is at one end of the message: its id starts with a c. */
  static boolean involvesClient(Message message) {
    return isClient(message.src()) || isClient(message.dest());
  }

  private static boolean isClient(String id) {
    return id.startsWith("c");
  }
}
