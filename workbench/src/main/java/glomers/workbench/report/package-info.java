/**
 * The output of a test: its log and progress on the terminal, and the folder under {@code store/}
 * with its results, history and logs.
 */
package glomers.workbench.report;
