package glomers.workbench.cluster;

import glomers.storage.Disk;
import glomers.workbench.disk.SimulatedDisk;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.time.NodeClock;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What is left of simulated nodes when they crash: their disks and their clocks. */
public final class Machines {
  private final Scheduler scheduler;
  private final RandomStreams streams;
  private final Map<String, SimulatedDisk> disks = new HashMap<>();
  private final Map<String, NodeClock> clocks = new HashMap<>();
  private Duration diskLatency = OptionsBuilder.DISK_LATENCY;
  private UnaryOperator<Disk> between = UnaryOperator.identity();

  Machines(Scheduler scheduler, RandomStreams streams) {
    this.scheduler = scheduler;
    this.streams = streams;
  }

  /** Sets how long it takes to sync a disk, from now on. */
  public void diskLatency(Duration ofSync) {
    diskLatency = ofSync;
  }

  /** Puts something between the nodes and their disks, from the next start of a node on. */
  public void between(UnaryOperator<Disk> nodesAndDisks) {
    between = nodesAndDisks;
  }

  /**
   * The disk of a node that starts.
   *
   * @param tasks runs a task of the node, or drops it if the node has ended
   * @param fail ends the node, with these last words
   */
  Disk mount(String node, Consumer<Runnable> tasks, Consumer<String> fail) {
    return between.apply(disk(node).mount(tasks, fail));
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
