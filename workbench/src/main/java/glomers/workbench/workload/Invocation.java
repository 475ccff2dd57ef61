package glomers.workbench.workload;

/**
 * An operation that is to be done.
 *
 * @param f the name of the function
 * @param value its argument, a value of EDN; null if it takes none
 */
public record Invocation(String f, Object value) {}
