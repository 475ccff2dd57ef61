/** How well the workbench finds bugs: mutants of the parts, and the seeds that show them. */
package glomers.bench.power;
