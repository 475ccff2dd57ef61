/**
 * Judges of a finished test. Each looks at the history, and at the figures it was made with, and
 * gives a verdict with its reasons as a map, under the names that Jepsen's and Maelstrom's checkers
 * use. Checkers are pure: the same history gives the same result.
 */
package glomers.workbench.checker;
