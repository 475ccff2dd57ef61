/**
 * The trace of a run: operations, faults, and each message when it arrives or is lost. It is
 * bounded; the text of failures, golden traces and reports are views of it.
 */
package glomers.workbench.trace;
