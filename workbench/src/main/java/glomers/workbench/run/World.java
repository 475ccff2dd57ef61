package glomers.workbench.run;

import glomers.workbench.cluster.Cluster;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.Scheduler;
import java.util.List;

/**
 * The world in which a test takes place: processes in real time, or objects in virtual time.
 *
 * @param cluster has no nodes yet
 * @param streams the sources of all random choices
 * @param listeners receive every message
 * @param log receives the test's course, and what is strange: requests that services do not answer,
 *     and the like
 */
public record World(
    Scheduler scheduler,
    Cluster cluster,
    RandomStreams streams,
    List<NetworkListener> listeners,
    System.Logger log) {}
