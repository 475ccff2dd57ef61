/**
 * Where nodes run. The engine reaches them through the port {@link
 * glomers.workbench.cluster.Cluster}; behind it they are processes of the operating system.
 */
package glomers.workbench.cluster;
