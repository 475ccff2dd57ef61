/** Swarm testing: each seed of a sweep draws settings of its own, within what a server claims. */
package glomers.workbench.swarm;
