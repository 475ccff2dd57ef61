/**
 * Challenge 4: counters; Maelstrom's workloads g-counter and pn-counter.
 *
 * <p>A counter converges: in the end every node must know the sum of all adds. The checker is
 * modelled on Maelstrom's, with two stricter rules.
 */
package glomers.workbench.workload.counter;
