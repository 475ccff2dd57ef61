/**
 * Hostile lines for a node, by the million: whether it outlives them, in bounded time, memory and
 * log, and is still right afterwards.
 */
package glomers.workbench.fuzz;
