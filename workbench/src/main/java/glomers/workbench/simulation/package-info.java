/**
 * Tests of servers in virtual time, for JUnit and the command line: whole workloads in
 * milliseconds, and scenarios step by step, each from a seed by which it can be replayed. The
 * engine is that of real runs; only the nodes are objects in this JVM, and time is virtual. {@link
 * glomers.workbench.simulation.ProcessRun} is the twin in real time, where nodes are processes.
 */
package glomers.workbench.simulation;
