/** Benchmarks of processes, from the outside, through their standard streams. */
package glomers.bench.process;
