/** Measurements, goals, and the reports of both. */
package glomers.bench.report;
