/**
 * The network between nodes, clients and services: delays, drops, duplicates and counts messages.
 * It follows Maelstrom's: messages from and to clients are never delayed, and a partition drops
 * messages at the receiver, when they are due.
 */
package glomers.workbench.network;
