/** Challenge 6: transactions that read and write registers, always available. */
package glomers.txn;
