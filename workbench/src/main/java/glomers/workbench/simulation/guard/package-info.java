/**
 * Whether a server can be simulated at all: what a simulation can't replay, such as static state,
 * is refused with its name, and what may differ from run to run, such as clocks, is warned of.
 */
package glomers.workbench.simulation.guard;
