/**
 * What must be true of the servers of a simulation, beside a workload's rules: always, in the end,
 * or in some run of a sweep.
 */
package glomers.workbench.simulation.property;
