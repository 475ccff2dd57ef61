/** Raft, a replicated log, and a linearizable key-value store on it; see the README of the part. */
package glomers.raft;
