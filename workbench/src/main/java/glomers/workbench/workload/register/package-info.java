/**
 * Registers that are read, written and swapped; Maelstrom's workload lin-kv.
 *
 * <p>The checker decides whether a register behaved as if its operations had taken effect one at a
 * time, each at a moment between its invocation and its completion: linearizability (Herlihy and
 * Wing 1990).
 *
 * <p>The search is that of Wing and Gong 1993, with Lowe's improvements of 2017 ("Testing for
 * linearizability"): it remembers the configurations that it has seen, and takes a step only when
 * an operation that ended must have taken effect ("just in time"). Keys are judged one by one, for
 * linearizability is local.
 */
package glomers.workbench.workload.register;
