/**
 * Tests of servers in virtual time, for JUnit and the command line: whole workloads in
 * milliseconds, and scenarios made by hand, each from a seed by which it can be replayed. The
 * engine is that of real runs; only the nodes are objects in this JVM and the time is made up.
 */
package glomers.workbench.simulation;
