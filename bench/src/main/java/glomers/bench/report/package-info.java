/** What was measured, what was hoped for, and how people get to see it. */
package glomers.bench.report;
