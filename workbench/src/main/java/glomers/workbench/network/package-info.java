/**
 * The network between nodes and clients: delays, loses and cuts off messages, and counts them. It
 * follows Maelstrom's: what a client sends or gets is never delayed, and a partition drops messages
 * at the receiver, when they are due.
 */
package glomers.workbench.network;
