package glomers.workbench.network;

import glomers.protocol.Message;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Counts messages with a client at one end, and messages between servers; those of a final phase
 * that is reported apart by themselves.
 */
public final class NetworkStats implements NetworkListener {
  /** Messages of one kind. Every message is sent once, so that sends count messages, too. */
  public static final class Count {
    private long sent;
    private long received;

    /** How many were sent. */
    public long sent() {
      return sent;
    }

    /** How many have arrived. */
    public long received() {
      return received;
    }
  }

  private final Count clients = new Count();
  private final Count servers = new Count();
  private NetworkStats finalPhase;
  private long betweenServers;
  private Long quiet;

  /** From now on messages are counted apart. */
  public void beginFinalPhase() {
    finalPhase = new NetworkStats();
  }

  /** The count since {@link #beginFinalPhase}; empty if that was never called. */
  public Optional<NetworkStats> finalPhase() {
    return Optional.ofNullable(finalPhase);
  }

  /** From now on it should be quiet between servers. */
  public void beginQuiet() {
    quiet = -betweenServers;
  }

  /** It need not be quiet any longer. */
  public void endQuiet() {
    if (quiet != null) {
      quiet += betweenServers;
    }
  }

  /** The messages between servers while it should have been quiet; empty if it never had to. */
  public OptionalLong quiet() {
    return quiet == null ? OptionalLong.empty() : OptionalLong.of(quiet);
  }

  @Override
  public void sent(long id, Message message) {
    betweenServers += Network.involvesClient(message) ? 0 : 1;
    count(message).sent++;
  }

  @Override
  public void received(long id, Message message, long sentNanos) {
    count(message).received++;
  }

  private Count count(Message message) {
    if (finalPhase != null) {
      return finalPhase.count(message);
    }
    return Network.involvesClient(message) ? clients : servers;
  }

  /** Messages from or to a client. */
  public Count clients() {
    return clients;
  }

  /** Messages between servers. */
  public Count servers() {
    return servers;
  }
}
