/**
 * The clients of a test: they send a request, wait for its reply, and hold the reply against the
 * form that the workload declares.
 */
package glomers.workbench.client;
