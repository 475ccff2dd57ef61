package glomers.storage;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Notes what it is told to do.
 *
 * @param operations receives what was asked for
 * @param busy receives what is to be done when the disk has done its work
 */
record RecordedDisk(List<String> operations, List<Runnable> busy) implements Disk {
  @Override
  public Optional<InputStream> read(String file) {
    return Optional.empty();
  }

  @Override
  public void truncate(String file, long length) {
    operations.add("truncate " + file + " " + length);
  }

  @Override
  public void write(String file, byte[] bytes) {
    operations.add("write " + file);
  }

  @Override
  public void force(String file) {
    operations.add("force " + file);
  }

  @Override
  public void rename(String from, String to) {
    operations.add("rename " + from + " " + to);
  }

  @Override
  public void forceFolder() {
    operations.add("force folder");
  }

  @Override
  public void then(Runnable task) {
    busy.add(task);
  }

  @Override
  public void fail(String reason) {
    operations.add("fail " + reason);
  }
}
