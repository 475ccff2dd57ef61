/**
 * Logging through log4j-core that costs a node's start nothing: callers see {@link
 * java.lang.System.Logger}, and log4j is started on a thread of its own, when the first line is
 * logged. Nothing outside this package may name log4j, or its start-up is back on the path to
 * {@code init_ok}.
 */
package glomers.log;
