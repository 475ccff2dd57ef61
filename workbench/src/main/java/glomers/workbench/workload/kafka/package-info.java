/**
 * Challenge 5: append-only logs. Clients send messages to logs, poll them, and commit their
 * positions; Maelstrom's kafka workload. {@link glomers.workbench.checker.kafka} says what the
 * history holds, and judges it.
 */
package glomers.workbench.workload.kafka;
