package glomers.workbench.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which nodes are down, and why: a node is up again when the last reason is gone. */
public final class DownNodes {
  /** Why a node is down. */
  public enum Reason {
    KILLED,
    NO_POWER,
    /** It has ended itself, for what its disk did. */
    DISK
  }

  private final Map<String, Set<Reason>> reasons = new TreeMap<>();

  /** Adds a reason; returns whether the node was up before. */
  public boolean add(String node, Reason reason) {
    Set<Reason> all = reasons.computeIfAbsent(node, id -> EnumSet.noneOf(Reason.class));
    boolean wasUp = all.isEmpty();
    all.add(reason);
    return wasUp;
  }

  /** Takes a reason away; returns whether it was the last. */
  public boolean remove(String node, Reason reason) {
    Set<Reason> all = reasons.get(node);
    return all != null && all.remove(reason) && all.isEmpty();
  }

  /** The nodes that are down for this reason, among others; sorted. */
  public List<String> of(Reason reason) {
    return reasons.keySet().stream().filter(node -> reasons.get(node).contains(reason)).toList();
  }
}
