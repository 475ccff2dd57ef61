package glomers.workbench.session;

/**
 * An operation to perform.
 *
 * @param f the name of the function
 * @param value its argument, as the workload has it; null if it takes none
 */
public record Invocation(String f, Object value) {}
