package glomers.workbench.run;

import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.disk.SimulatedDisk;
import glomers.workbench.fault.Act;
import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.DownNodes;
import glomers.workbench.fault.DownNodes.Reason;
import glomers.workbench.fault.Unsynced;
import glomers.workbench.nemesis.NodeControl;
import glomers.workbench.network.Network;
import glomers.workbench.session.Client;
import glomers.workbench.workload.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The nodes of a test: connects them to the network, starts and initialises them. For use within
 * events only.
 */
public final class Nodes implements NodeControl {
  private static final long INIT_NANOS_MAX = 10_000_000_000L;
  private static final long PREPARE_NANOS_MAX = 5_000_000_000L;

  /** A node that was restarted may be paused by another fault meanwhile, for the whole test. */
  private static final long RESTART_NANOS_MAX = 3_600_000_000_000L;

  private final List<String> ids;
  private final Optional<Workload.SetUp> setUp;
  private final Network network;
  private final Cluster cluster;
  private final Consumer<NodeFailure> fail;
  private final Consumer<String> warn;
  private final NodeCalls calls;
  private final DownNodes down = new DownNodes();
  private final Set<String> paused = new TreeSet<>();
  private final Set<String> broken = new HashSet<>();

  /**
   * Nodes that are not there yet.
   *
   * @param setUp the call that prepares each node after its init, if there is one
   * @param clients makes a client for each call
   * @param fail receives what is wrong with a node; may be called more than once
   * @param warn receives what is strange about a node
   */
  public Nodes(
      List<String> ids,
      Optional<Workload.SetUp> setUp,
      Network network,
      Cluster cluster,
      Supplier<Client> clients,
      Consumer<NodeFailure> fail,
      Consumer<String> warn) {
    this.ids = ids;
    this.setUp = setUp;
    this.network = network;
    this.cluster = cluster;
    this.fail = fail;
    this.warn = warn;
    this.calls = new NodeCalls(ids, clients, fail);
  }

  /**
   * Starts and initialises all nodes at once.
   *
   * @param then is run when all are initialised
   */
  public void start(Runnable then) {
    ids.forEach(this::connect);
    ids.forEach(this::launch);
    calls.call(ids, calls::init, INIT_NANOS_MAX, then);
  }

  /**
   * Makes the call that prepares each node, if there is one.
   *
   * @param then is run when all have answered
   */
  public void prepare(Runnable then) {
    prepare(ids, PREPARE_NANOS_MAX, then);
  }

  private void prepare(List<String> nodes, long timeoutNanos, Runnable then) {
    if (setUp.isEmpty()) {
      then.run();
    } else {
      calls.call(nodes, node -> setUp.get(), timeoutNanos, then);
    }
  }

  /** The nodes that are down. */
  public DownNodes down() {
    return down;
  }

  /** The nodes that were paused and not resumed since, sorted. */
  public List<String> paused() {
    return List.copyOf(paused);
  }

  private void connect(String node) {
    network.connect(node, (id, message) -> cluster.deliver(node, id, message));
  }

  private void launch(String node) {
    cluster.start(
        node,
        new NodeOutput(node, network, fail, warn, lastWords -> endedForDisk(node, lastWords)));
  }

  @Override
  public void act(Act act, String node) {
    switch (act) {
      case KILL, KILL_LOST, KILL_KEPT -> end(node, Reason.KILLED, act.left());
      case RESTART -> start(node, Reason.KILLED);
      case PAUSE -> {
        paused.add(node);
        cluster.pause(node);
      }
      case RESUME -> {
        paused.remove(node);
        cluster.resume(node);
      }
      case POWER_OFF -> end(node, Reason.NO_POWER, act.left());
      case POWER_ON -> start(node, Reason.NO_POWER);
      case SLOW_DISK -> breakDisk(node, DiskFault.SLOW);
      case FAIL_DISK -> breakDisk(node, DiskFault.FAILING);
      case FILL_DISK -> breakDisk(node, DiskFault.FULL);
      case MEND_DISK -> {
        disk(node).mend();
        startMended(node);
      }
      case CORRUPT -> {
        broken.add(node);
        end(node, Reason.DISK, act.left());
        disk(node).corrupt();
        start(node, Reason.DISK);
      }
      case RESTORE -> {
        disk(node).restore();
        startMended(node);
      }
    }
  }

  private SimulatedDisk disk(String node) {
    return cluster.machines().disk(node);
  }

  private void breakDisk(String node, DiskFault how) {
    broken.add(node);
    disk(node).breakDown(how);
  }

  /** If the disk has another fault still, the node finds it. */
  private void startMended(String node) {
    start(node, Reason.DISK);
    if (disk(node).isSound()) {
      broken.remove(node);
    }
  }

  @Override
  public void clockRate(String node, double rate) {
    cluster.machines().clock(node).rate(rate);
  }

  private void endedForDisk(String node, NodeFailure lastWords) {
    if (broken.contains(node)) {
      end(node, Reason.DISK, Unsynced.TORN);
    } else {
      fail.accept(lastWords);
    }
  }

  private void end(String node, Reason reason, Unsynced left) {
    if (down.add(node, reason)) {
      calls.giveUp(node);
      network.disconnect(node);
      cluster.kill(node, left);
    }
  }

  private void start(String node, Reason reason) {
    if (down.remove(node, reason)) {
      connect(node);
      launch(node);
      List<String> one = List.of(node);
      calls.call(
          one, calls::init, RESTART_NANOS_MAX, () -> prepare(one, RESTART_NANOS_MAX, () -> {}));
    }
  }
}
