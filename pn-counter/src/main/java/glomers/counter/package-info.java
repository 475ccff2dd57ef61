/** Challenge 4 without a store: a counter that every node adds to, as a state-based CRDT. */
package glomers.counter;
