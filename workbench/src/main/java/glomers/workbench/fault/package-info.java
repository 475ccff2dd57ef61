/**
 * Faults as data: an event per fault that begins or ends. The nemesis emits them, the network and
 * the nodes obey them, histories and traces keep them; EDN and text are views of them.
 */
package glomers.workbench.fault;
