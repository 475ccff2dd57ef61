/**
 * Begins new parts: a folder that builds, with a handler for each message of a workload to write.
 */
package glomers.workbench.scaffold;
