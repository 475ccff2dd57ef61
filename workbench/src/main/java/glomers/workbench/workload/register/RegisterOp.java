package glomers.workbench.workload.register;

import glomers.workbench.history.Op;

/**
 * An operation on one register that took effect, or may have.
 *
 * @param invocation the entry with which it began
 * @param completion the one with which it ended; null if it never did
 * @param step what it demands and does
 * @param isOptional whether it may have taken effect at any time since it began, or never
 */
record RegisterOp(Op invocation, Op completion, Transition step, boolean isOptional) {}
