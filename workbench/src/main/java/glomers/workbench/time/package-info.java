/**
 * The two kinds of time that a test can run in. Everything in a test (network, clients, workload,
 * nemesis) is an event on a {@link glomers.workbench.time.Scheduler} and runs on its one thread, so
 * that none of it needs locks and all of it can be simulated. No other package may read a clock.
 */
package glomers.workbench.time;
