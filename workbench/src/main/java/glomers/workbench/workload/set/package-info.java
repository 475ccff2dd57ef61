/**
 * Sets that only grow: challenge 3, whose broadcasts add to a set, and Maelstrom's workload g-set.
 *
 * <p>The checker says which elements became visible to every read, which were lost, and how long
 * that took. It is modelled on Jepsen's set-full checker, with four stricter rules.
 */
package glomers.workbench.workload.set;
