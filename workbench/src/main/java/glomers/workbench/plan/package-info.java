/**
 * A run as data: its options, and its operations and fault events, each at its time. A whole run
 * records a plan, a scenario replays it, the shrinker cuts it down, and a pasted test prints it.
 */
package glomers.workbench.plan;
