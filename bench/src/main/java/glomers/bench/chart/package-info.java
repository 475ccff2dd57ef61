/** The chart of broadcast-3e-hub's notes: how its messages and its latency trade off. */
package glomers.bench.chart;
