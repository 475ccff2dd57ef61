/**
 * The services that the workbench runs beside the nodes: stores and a timestamp oracle, under the
 * names and with the behaviour of Maelstrom's, the weak sides included. They are passive: requests
 * are handed to them one after the other, and what they choose at random comes from a stream of the
 * test's seed.
 */
package glomers.workbench.service;
