/**
 * Where nodes run. The engine reaches them through the port {@link
 * glomers.workbench.cluster.Cluster}; behind it they are processes of the operating system, or
 * objects in this JVM.
 */
package glomers.workbench.cluster;
