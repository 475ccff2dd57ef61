/** The chart of broadcast-3e-hub's README: how its messages and its latency trade off. */
package glomers.bench.chart;
