/**
 * What happened in a run, event by event: operations, faults, and each message when it arrives or
 * is lost. Bounded; the text of failures, golden traces and reports are views of it.
 */
package glomers.workbench.trace;
