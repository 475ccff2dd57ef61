/**
 * How fast it is: benchmarks of the packaged executables, beside a yardstick and any peers, and of
 * the inner loops.
 */
package glomers.bench;
