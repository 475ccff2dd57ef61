/**
 * Challenge 6: transactions over registers, or over lists that are appended to; Maelstrom's
 * workloads txn-rw-register and txn-list-append. {@link glomers.workbench.checker.txn} judges the
 * histories.
 */
package glomers.workbench.workload.txn;
