/**
 * Challenge 6: transactions over registers, or over lists that are appended to; Maelstrom's
 * workloads txn-rw-register and txn-list-append.
 *
 * <p>The checker finds isolation anomalies (Adya 1999) as Elle does (Kingsbury and Alvaro 2020).
 * From what transactions read follows which version of a key came before which, and from that which
 * transaction must come before which; a cycle among these is an anomaly, whose type tells which
 * consistency models it rules out.
 *
 * <p>{@link glomers.workbench.workload.txn.TxnChecker} goes through it: rules for single reads and
 * transactions, then the graph of dependencies, then its cycles. {@link
 * glomers.workbench.workload.txn.ConsistencyModel} says what each model prohibits.
 */
package glomers.workbench.workload.txn;
