/**
 * What happened in a test, operation by operation, in the order in which it happened: the only
 * thing that checkers judge by. Modelled on Jepsen's histories.
 */
package glomers.workbench.history;
