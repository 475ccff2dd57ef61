/**
 * The engine: runs a test from its first message to its last. It knows neither processes nor
 * clocks; it works on a {@link glomers.workbench.time.Scheduler} and a {@link
 * glomers.workbench.cluster.Cluster}, whichever they are.
 */
package glomers.workbench.run;
