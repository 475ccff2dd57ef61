package glomers.workbench.cluster;

import glomers.workbench.disk.SimulatedDisk;
import glomers.workbench.time.NodeClock;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What is left of simulated nodes when they crash: their disks and their clocks. */
public final class Machines {
  /** How long a sync takes. */
  public static final Duration DISK_LATENCY = Duration.ofMillis(1);

  private final Scheduler scheduler;
  private final RandomStreams streams;
  private final Map<String, SimulatedDisk> disks = new HashMap<>();
  private final Map<String, NodeClock> clocks = new HashMap<>();
  private Duration diskLatency = DISK_LATENCY;

  Machines(Scheduler scheduler, RandomStreams streams) {
    this.scheduler = scheduler;
    this.streams = streams;
  }

  /** Sets how long it takes to sync a disk, from now on. */
  public void diskLatency(Duration ofSync) {
    diskLatency = ofSync;
  }

  /** The disk of a node. */
  public SimulatedDisk disk(String node) {
    return disks.computeIfAbsent(
        node,
        id -> new SimulatedDisk(scheduler, streams.of("disk " + id), () -> diskLatency.toNanos()));
  }

  /** The clock of a node. */
  public NodeClock clock(String node) {
    return clocks.computeIfAbsent(node, id -> new NodeClock(scheduler));
  }
}
