package glomers.workbench.network;

import glomers.protocol.Message;
import glomers.workbench.time.Scheduler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Carries messages between whoever is connected. For use within events only. */
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
  private final Set<String> departed = new java.util.HashSet<>();
  private Map<String, Set<String>> cuts = Map.of();
  private long lastId = -1;

  /** A network to which nobody is connected. */
  public Network(
      Scheduler scheduler,
      Latency latency,
      RandomGenerator random,
      List<NetworkListener> listeners) {
    this.scheduler = scheduler;
    this.latency = latency;
    this.random = random;
    this.listeners = List.copyOf(listeners);
  }

  /** Has messages to this address delivered to the receiver from now on. */
  public void connect(String id, Receiver receiver) {
    receivers.put(id, receiver);
  }

  /** Has messages to this address vanish from now on. */
  public void disconnect(String id) {
    receivers.remove(id);
    departed.add(id);
  }

  /** Whether somebody is, or once was, connected at this address. */
  public boolean knows(String id) {
    return receivers.containsKey(id) || departed.contains(id);
  }

  /** Sends a message; {@link #knows} its destination. */
  public void send(Message message) {
    long id = ++lastId;
    listeners.forEach(listener -> listener.sent(id, message));
    long delayNanos = involvesClient(message) ? 0 : latency.drawNanos(random);
    scheduler.schedule(delayNanos, () -> arrive(id, message));
  }

  private void arrive(long id, Message message) {
    Receiver receiver = receivers.get(message.dest());
    boolean cut = cuts.getOrDefault(message.dest(), Set.of()).contains(message.src());
    if (receiver == null || cut) {
      return;
    }
    listeners.forEach(listener -> listener.received(id, message));
    receiver.receive(id, message);
  }

  /**
   * Cuts links, and mends all others.
   *
   * @param sourcesByReceiver for each receiver, from whom nothing gets through to it
   */
  public void cut(Map<String, Set<String>> sourcesByReceiver) {
    cuts = Map.copyOf(sourcesByReceiver);
  }

  /** Mends all links. */
  public void heal() {
    cuts = Map.of();
  }

  /** Whether a client is at one end of the message: its id starts with a c. */
  static boolean involvesClient(Message message) {
    return message.src().startsWith("c") || message.dest().startsWith("c");
  }
}
