/**
 * The history of a test: its operations in the order in which they began and ended. Checkers see
 * nothing else. Modelled on Jepsen's histories.
 */
package glomers.workbench.history;
