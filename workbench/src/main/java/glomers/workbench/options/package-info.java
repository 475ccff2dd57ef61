/**
 * What a test can be asked for: all workloads, and the options with their defaults and limits. The
 * options themselves are {@link glomers.workbench.workload.TestOptions}, which workloads are made
 * from.
 */
package glomers.workbench.options;
