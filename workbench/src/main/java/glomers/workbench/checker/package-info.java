/**
 * What a check of a finished test is: a checker, its rules, its findings, its result. Each sees the
 * history, and the figures that it was made with, and returns a verdict with its findings, under
 * the names that Jepsen's and Maelstrom's checkers use. Checkers are pure: the same history gives
 * the same result.
 */
package glomers.workbench.checker;
