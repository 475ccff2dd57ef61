/** A set to which every node adds at any time, and that is the same on all nodes in the end. */
package glomers.gset;
