/**
 * What is asked of nodes, one class a challenge: the operations, the messages that carry them, and
 * the checker that judges the answers. They are Maelstrom's workloads, under the same names.
 */
package glomers.workbench.workload;
