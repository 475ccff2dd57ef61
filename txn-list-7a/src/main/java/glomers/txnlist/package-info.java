/** Transactions on lists, strictly serializable, over a store. */
package glomers.txnlist;
