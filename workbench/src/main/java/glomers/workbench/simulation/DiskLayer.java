package glomers.workbench.simulation;

import glomers.storage.Disk;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * Puts something between the storage of a node and its disk. It is serializable for the same reason
 * as a {@link ServerFactory}: so that a test that reproduces a run can name a method reference.
 */
@FunctionalInterface
public interface DiskLayer extends UnaryOperator<Disk>, Serializable {}
