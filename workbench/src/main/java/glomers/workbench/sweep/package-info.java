/**
 * The results of many simulated seeds: a line for each seed in a file, and the summary of all,
 * which is the same however the seeds were divided over machines.
 */
package glomers.workbench.sweep;
