/** Finds the server in a part's executable and loads it, with the workbench's own node library. */
package glomers.workbench.simulation.loader;
