package glomers.workbench.run;

import java.time.Duration;
import java.util.List;

/**
 * The progress of a test.
 *
 * @param phase what it is doing
 * @param elapsed since its first operation
 * @param invoked operations that were begun
 * @param ok operations that took place
 * @param failed operations that did not
 * @param unknown operations that may have
 * @param faults the active ones
 */
public record Status(
    Phase phase,
    Duration elapsed,
    long invoked,
    long ok,
    long failed,
    long unknown,
    List<String> faults) {}
