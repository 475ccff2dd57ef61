/**
 * Judges a counter that converges: in the end every node must know the sum of all adds. Modelled on
 * Maelstrom's checker of counters, with two stricter rules.
 */
package glomers.workbench.checker.counter;
