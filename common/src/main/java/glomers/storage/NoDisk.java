package glomers.storage;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A disk that keeps nothing, at once: for nodes that are never started again.
 *
 * @param soon runs a task later than at once
 */
public record NoDisk(Consumer<Runnable> soon) implements Disk {
  @Override
  public Optional<InputStream> read(String file) {
    return Optional.empty();
  }

  @Override
  public void truncate(String file, long length) {}

  @Override
  public void write(String file, byte[] bytes) {}

  @Override
  public void force(String file) {}

  @Override
  public void rename(String from, String to) {}

  @Override
  public void forceFolder() {}

  @Override
  public void then(Runnable task) {
    soon.accept(task);
  }

  @Override
  public void fail(String reason) {}
}
