/**
 * Logging through log4j-core that does not slow a node's start: callers use {@link
 * java.lang.System.Logger}, and log4j starts on a thread of its own when the first line is logged.
 * No other package may name log4j, or its start would be back on the path to {@code init_ok}.
 */
package glomers.log;
