/**
 * Clients of the services that run beside the nodes of a test: key-value stores and a timestamp
 * oracle. Their Javadoc says what each service promises, and what it does not.
 */
package glomers.service;
