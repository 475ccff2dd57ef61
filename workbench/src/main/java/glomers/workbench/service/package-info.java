/**
 * The services that the workbench runs beside the nodes: stores and a timestamp oracle, under the
 * names and with the behaviour of Maelstrom's.
 */
package glomers.workbench.service;
