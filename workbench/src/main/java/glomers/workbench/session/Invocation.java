package glomers.workbench.session;

/**
 * An operation to perform.
 *
 * @param f the name of the function
 * @param value its argument, a value of EDN; null if it takes none
 */
public record Invocation(String f, Object value) {}
