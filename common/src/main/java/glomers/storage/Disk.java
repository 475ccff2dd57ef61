package glomers.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The files of one node: the port by which {@link Storage} reaches a disk.
 *
 * <p>Apart from {@link #read}, an operation only joins a queue, and returns at once. The queue is
 * worked off in order. What is written is lost in a crash, wholly or in part, unless it was forced;
 * so is a file's name, unless the folder was forced. If an operation fails, the node ends, and none
 * of those behind it is begun: nobody knows then what is on the disk.
 *
 * <p>For use where {@link glomers.storage.Storage} may be used: within handlers, timers and
 * completions.
 */
public interface Disk {
  /**
   * The content of a file; empty if there is none. It survives a crash from now on: a process that
   * was killed may have left it in the memory of the system, and what a node has read, it acts on.
   * Blocks, and is for the start only: it does not see what waits in the queue.
   */
  Optional<InputStream> read(String file) throws IOException;

  /** Cuts a file to this length; makes an empty one if there is none. */
  void truncate(String file, long length);

  /** Writes at the end of a file. The array must not change afterwards. */
  void write(String file, byte[] bytes);

  /** Makes what was written to a file survive a crash. */
  void force(String file);

  /** Gives a file the name of another one, which it replaces. */
  void rename(String from, String to);

  /** Makes the names of all files survive a crash. */
  void forceFolder();

  /** Runs the task when all operations before it are done; never within this call. */
  void then(Runnable task);

  /**
   * Ends the node.
   *
   * @param reason its last words
   */
  void fail(String reason);
}
