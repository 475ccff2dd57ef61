/** Challenge 3: what one node is told, all nodes come to know. */
package glomers.broadcast;
