package glomers.kafka;

import glomers.storage.Disk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Disks that leave out what the storage asks for, as if the storage had forgotten to ask. */
final class BrokenDisks {
  private BrokenDisks() {}

  /** A name that is never synced. */
  static final class Nameless extends Passing {
    Nameless(Disk disk) {
      super(disk);
    }

    @Override
    public void forceFolder() {}
  }

  /** A torn tail that is not cut off; a new file is still emptied. */
  static final class Uncut extends Passing {
    Uncut(Disk disk) {
      super(disk);
    }

    @Override
    public void truncate(String file, long length) {
      if (length == 0) {
        super.truncate(file, length);
      }
    }
  }

  /** Checksums that always fit: each is computed again from what is read. */
  static final class Unchecked extends Passing {
    private static final int BEGINNING_BYTES = 8;
    private static final int HEAD_BYTES = 12;

    Unchecked(Disk disk) {
      super(disk);
    }

    @Override
    public Optional<InputStream> read(String file) throws IOException {
      Optional<InputStream> in = super.read(file);
      if (in.isEmpty()) {
        return in;
      }
      byte[] bytes = in.get().readAllBytes();
      ByteBuffer records = ByteBuffer.wrap(bytes);
      int at = BEGINNING_BYTES;
      while (at + HEAD_BYTES <= bytes.length) {
        int length = records.getInt(at);
        if (length < 0 || length > bytes.length - at - HEAD_BYTES) {
          break;
        }
        records.putInt(at + 4, checksum(bytes, at + HEAD_BYTES, length));
        records.putInt(at + 8, checksum(bytes, at, 8));
        at += HEAD_BYTES + length;
      }
      return Optional.of(new ByteArrayInputStream(bytes));
    }

    private static int checksum(byte[] bytes, int from, int length) {
      CRC32C crc = new CRC32C();
      crc.update(bytes, from, length);
      return (int) crc.getValue();
    }
  }

  /** Does what it is told. */
  abstract static class Passing implements Disk {
    private final Disk disk;

    Passing(Disk disk) {
      this.disk = disk;
    }

    @Override
    public Optional<InputStream> read(String file) throws IOException {
      return disk.read(file);
    }

    @Override
    public void truncate(String file, long length) {
      disk.truncate(file, length);
    }

    @Override
    public void write(String file, byte[] bytes) {
      disk.write(file, bytes);
    }

    @Override
    public void force(String file) {
      disk.force(file);
    }

    @Override
    public void rename(String from, String to) {
      disk.rename(from, to);
    }

    @Override
    public void forceFolder() {
      disk.forceFolder();
    }

    @Override
    public void then(Runnable task) {
      disk.then(task);
    }

    @Override
    public void fail(String reason) {
      disk.fail(reason);
    }
  }
}
