/** Benchmarks within a JVM, by JMH. */
package glomers.bench.inner;
