/**
 * The disks of simulated nodes: files in memory that lose in a crash what real ones may lose. The
 * nodes' own {@link glomers.storage.Storage} writes to them, in the format of production.
 */
package glomers.workbench.disk;
