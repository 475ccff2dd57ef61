package glomers.workbench.fault;

import java.util.List;
import java.util.Set;

/** What a fault does to nodes or their disks when it begins, and when it ends. */
public enum Act {
  /** Nodes crash; messages to them are lost. Their files may be torn. */
  KILL("start-kill", "killed"),
  /** The same; what they have written but not synced is lost. */
  KILL_LOST("start-kill", "killed"),
  /** The same; it is kept. */
  KILL_KEPT("start-kill", "killed"),
  /** Nodes that were killed start again, with what they have kept. */
  RESTART("stop-kill", "restarted"),
  /** Nodes are paused; messages to them wait. */
  PAUSE("start-pause", "paused"),
  /** Nodes that were paused go on. */
  RESUME("stop-pause", "resumed"),
  /** The power of these nodes, which are all, is cut. */
  POWER_OFF("start-power", "off"),
  /** The power is back, and nodes start again with what they have kept. */
  POWER_ON("stop-power", "on"),
  /** Each sync takes up to a second. */
  SLOW_DISK("start-disk", "slow"),
  /** The next write or sync fails, which ends the node. */
  FAIL_DISK("start-disk", "failing"),
  /** Hardly anything more can be written; a node that does ends. */
  FILL_DISK("start-disk", "full"),
  /** Disks are mended; a node that has ended because of its disk starts again. */
  MEND_DISK("stop-disk", "mended"),
  /** Nodes crash, a bit of what they have synced is flipped, and they start again. */
  CORRUPT("start-corruption", "corrupted"),
  /** The bits are flipped back; a node that has refused to start starts again. */
  RESTORE("stop-corruption", "restored");

  private static final Set<Act> CRASHES =
      Set.of(KILL, KILL_LOST, KILL_KEPT, POWER_OFF, FAIL_DISK, FILL_DISK, CORRUPT);

  private final String function;
  private final String tag;

  Act(String function, String tag) {
    this.function = function;
    this.tag = tag;
  }

  /** The event that does this to these nodes. */
  public FaultEvent.OfNodes to(List<String> nodes) {
    return new FaultEvent.OfNodes(this, nodes);
  }

  /** The same for one node. */
  public FaultEvent.OfNodes to(String node) {
    return to(List.of(node));
  }

  /** Kills nodes, of whose files so much is left. */
  public static Act kill(Unsynced left) {
    return switch (left) {
      case LOST -> KILL_LOST;
      case TORN -> KILL;
      case KEPT -> KILL_KEPT;
    };
  }

  /** Breaks disks in this way. */
  public static Act breakDisk(DiskFault how) {
    return switch (how) {
      case SLOW -> SLOW_DISK;
      case FAILING -> FAIL_DISK;
      case FULL -> FILL_DISK;
    };
  }

  /** What is left of that which was not synced; of a kill. */
  public Unsynced left() {
    return this == KILL_LOST ? Unsynced.LOST : this == KILL_KEPT ? Unsynced.KEPT : Unsynced.TORN;
  }

  /** Whether it is one of the three that kill nodes. */
  public boolean isKill() {
    return function.equals(KILL.function);
  }

  /** Whether nodes lose, or may lose, what they have in memory. */
  boolean isCrash() {
    return CRASHES.contains(this);
  }

  String function() {
    return function;
  }

  boolean begins() {
    return function.startsWith("start-");
  }

  /** The name by which options ask for the fault. */
  public String fault() {
    return function.substring(function.indexOf('-') + 1);
  }

  /** The word for it in histories. */
  String tag() {
    return tag;
  }
}
