package glomers.workbench.workload;

import java.util.random.RandomGenerator;

/**
 * A worker that is free for its next operation.
 *
 * @param worker the number of the worker, from 0; stays the same for the whole test
 * @param process the number of the process that the worker is at present: after an operation of
 *     unknown outcome it goes on as another process
 * @param node the id of the node that it talks to
 * @param elapsedNanos nanoseconds since the phase of the test began
 * @param random the source of all random choices of operations
 */
public record Turn(
    int worker, int process, String node, long elapsedNanos, RandomGenerator random) {}
