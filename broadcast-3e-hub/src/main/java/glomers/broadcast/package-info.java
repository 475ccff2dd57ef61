/** Challenge 3: broadcast a value that one node receives to all nodes. */
package glomers.broadcast;
