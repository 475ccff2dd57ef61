/** State-based CRDTs: replicas that are updated without agreement, and are equal in the end. */
package glomers.crdt;
