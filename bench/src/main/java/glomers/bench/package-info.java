/**
 * How fast it is: benchmarks of the packaged executables, beside a baseline and any peers, and of
 * the inner loops.
 */
package glomers.bench;
