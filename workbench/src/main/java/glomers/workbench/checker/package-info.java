/**
 * Checkers of a finished test. Each sees the history, and the figures that it was made with, and
 * returns a verdict with its findings, under the names that Jepsen's and Maelstrom's checkers use.
 * Checkers are pure: the same history gives the same result.
 */
package glomers.workbench.checker;
