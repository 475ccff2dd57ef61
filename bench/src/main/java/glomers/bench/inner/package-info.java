/** What is measured within a JVM, by JMH. */
package glomers.bench.inner;
