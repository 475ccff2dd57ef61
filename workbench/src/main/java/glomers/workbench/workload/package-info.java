/**
 * Workloads, one class per challenge: the operations, the messages that carry them, and the checker
 * of the answers. They are Maelstrom's workloads, under the same names.
 */
package glomers.workbench.workload;
