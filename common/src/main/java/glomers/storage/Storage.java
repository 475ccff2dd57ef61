package glomers.storage;

import static java.lang.System.Logger.Level.WARNING;

import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What a node keeps across a crash: a log of records, of which a snapshot may replace the
 * beginning. A server reads it in its constructor, and writes to it from then on:
 *
 * <pre>{@code
 * Storage storage = node.storage();
 * storage.on(Send.class, this::apply);
 * storage.replay();                        // calls apply for each send that was kept
 * …
 * storage.append(send);
 * return storage.sync().thenApply(done -> apply(send));
 * }</pre>
 *
 * <p>A record that was appended survives a crash for certain only when a {@link #sync} that was
 * called after it is complete. Of the others the first ones may survive, too, in their order.
 *
 * <p>Everything is in one file, which is written at its end. A snapshot begins a new file, which
 * takes the place of the old one when it is on the disk.
 *
 * <p>If the disk fails, the node ends: see {@link Disk}. Threads as with {@link glomers.node.Node}.
 */
public final class Storage {
  /** So much is written even if nobody calls {@link #sync}. */
  private static final int UNASKED_BYTES = 1 << 20;

  /**
   * If more waits for the disk, records are refused: what waits must not fill memory. A request
   * that waits for a small record to be synced takes some ten times as much as the record.
   */
  static final long WAITING_BYTES_MAX =
      Math.max(2 * UNASKED_BYTES, Math.min(1 << 26, Runtime.getRuntime().maxMemory() / 32));

  private static final String LOG = "log";
  private static final String NEXT = "log.next";

  private final Disk disk;
  private final Consumer<Runnable> soon;
  private final System.Logger log;
  private final Map<String, Consumer<Message>> readers = new HashMap<>();
  private final WaitingRecords waiting = new WaitingRecords();
  private List<CompletableFuture<Void>> syncs = new ArrayList<>();
  private long bytes;
  private long firstRecordBytes;

  /** How much of what waits is a snapshot: what belongs to it must not be refused for its size. */
  private int snapshotBytes;

  private boolean replayed;
  private boolean beginsFile;
  private boolean scheduled;
  private boolean writing;

  /**
   * The storage of a node that starts.
   *
   * @param soon runs a task later than at once, but within this moment
   */
  public Storage(Disk disk, Consumer<Runnable> soon, System.Logger log) {
    this.disk = disk;
    this.soon = soon;
    this.log = log;
  }

  /**
   * Registers the reader of records, or of a snapshot, of this type. Types are told apart by the
   * names that they have on the wire.
   *
   * @throws IllegalArgumentException if the type has a reader already, or breaks a rule of {@link
   *     Body}
   */
  public <B extends Body> void on(Class<B> type, Consumer<? super B> reader) {
    String name = Codec.typeOf(type);
    if (readers.putIfAbsent(name, record -> reader.accept(Codec.body(record, type))) != null) {
      throw new IllegalArgumentException("records of type \"" + name + "\" have a reader already");
    }
  }

  /**
   * Gives what was kept to the readers: the last snapshot, if there is one, and the records that
   * were appended after it, in their order. To be called once, before anything is written.
   *
   * @throws StorageException if the file is damaged or has records without a reader; the node ends
   */
  public void replay() {
    if (replayed) {
      throw new IllegalStateException("the storage was replayed before; replay it once");
    }
    replayed = true;
    try {
      Optional<InputStream> file = disk.read(LOG);
      beginsFile = file.isEmpty();
      if (file.isPresent()) {
        try (InputStream in = file.get()) {
          replay(in);
        }
      }
    } catch (DamageException e) {
      throw unreadable("at offset " + e.offset() + " " + e.getMessage(), e);
    } catch (IOException e) {
      throw unreadable("it can't be read: " + e, e);
    }
  }

  private void replay(InputStream in) throws IOException {
    LogFile file = new LogFile(in);
    file.readBeginning();
    long offset = file.offset();
    for (byte[] record = file.next(); record != null; record = file.next()) {
      count(record);
      read(record, offset);
      offset = file.offset();
    }
    if (file.isTorn()) {
      log.log(
          WARNING,
          "cut off what stood behind offset {0} of the file {1}: it was not written to its end"
              + " when the node ended, and nobody was told that it is kept",
          Long.toString(offset),
          LOG);
      disk.truncate(LOG, offset);
      disk.force(LOG);
    }
  }

  private void read(byte[] record, long offset) {
    String json = new String(record, StandardCharsets.UTF_8);
    try {
      Message message = Codec.decodeBody(json);
      Consumer<Message> reader = readers.get(message.type().orElse(""));
      if (reader == null) {
        throw RpcException.malformed("the server has no reader for this type", null);
      }
      reader.accept(message);
    } catch (RpcException e) {
      throw unreadable(
          "the record at offset " + offset + " is none of this server's: " + e.text(), e);
    }
  }

  private StorageException unreadable(String problem, Throwable cause) {
    String text =
        "the file "
            + LOG
            + " of the node's storage is not as this node wrote it: "
            + problem
            + "; restore it, or remove it if what it holds may be lost";
    disk.fail(text);
    return new StorageException(text, cause);
  }

  /**
   * Appends a record. It is kept for certain when a later {@link #sync} is complete.
   *
   * @throws RpcException temporarily-unavailable, if the disk is too far behind; the record is not
   *     appended then
   */
  public void append(Body record) {
    requireReplayed();
    byte[] content = Codec.encode(record).getBytes(StandardCharsets.UTF_8);
    if (waiting.size() - snapshotBytes > WAITING_BYTES_MAX) {
      throw new RpcException(
          ErrorCode.TEMPORARILY_UNAVAILABLE,
          waiting.size() + " bytes wait for the disk already: too many for another record");
    }
    add(content);
  }

  private void add(byte[] content) {
    count(content);
    waiting.add(content);
    if (waiting.size() > UNASKED_BYTES) {
      writeSoon();
    }
  }

  /**
   * Replaces all records so far by a snapshot of what they have led to, atomically: after a crash
   * there is either the snapshot, or what it replaces. It is kept for certain when a later {@link
   * #sync} is complete.
   */
  public void replace(Body snapshot) {
    requireReplayed();
    byte[] content = Codec.encode(snapshot).getBytes(StandardCharsets.UTF_8);
    waiting.clear();
    beginsFile = true;
    bytes = 0;
    add(content);
    snapshotBytes = waiting.size();
  }

  private void count(byte[] content) {
    firstRecordBytes = bytes == 0 ? content.length : firstRecordBytes;
    bytes += Frame.HEAD_BYTES + content.length;
  }

  /**
   * Whether the records take more space than the snapshot that they are appended to. Who replaces
   * them then keeps the file below about twice the size of the snapshot, and writes no more bytes
   * for snapshots than for records.
   */
  public boolean outgrown() {
    return bytes > 2 * firstRecordBytes;
  }

  /**
   * A stage that completes when all that was appended before is on the disk. Calls that come while
   * the disk is busy share its next effort (group commit), so that there may be one for each
   * record. The stage does not complete within this call, and never fails: if the disk does, the
   * node ends.
   */
  public CompletionStage<Void> sync() {
    requireReplayed();
    CompletableFuture<Void> done = new CompletableFuture<>();
    syncs.add(done);
    writeSoon();
    return done;
  }

  private void requireReplayed() {
    if (!replayed) {
      throw new IllegalStateException(
          "the storage must be replayed before it is written to: call replay() in the constructor");
    }
  }

  /** Not at once: what else is appended in this moment is then written with it. */
  private void writeSoon() {
    if (!writing && !scheduled) {
      scheduled = true;
      soon.accept(
          () -> {
            scheduled = false;
            write();
          });
    }
  }

  private void write() {
    byte[] records = waiting.take();
    snapshotBytes = 0;
    List<CompletableFuture<Void>> served = syncs;
    syncs = new ArrayList<>();
    writing = true;
    if (beginsFile) {
      beginsFile = false;
      disk.truncate(NEXT, 0);
      disk.write(NEXT, LogFile.beginning());
      disk.write(NEXT, records);
      disk.force(NEXT);
      disk.rename(NEXT, LOG);
      disk.forceFolder();
    } else if (records.length > 0) {
      disk.write(LOG, records);
      disk.force(LOG);
    }
    disk.then(() -> written(served));
  }

  /** Those who were waiting may append more; all of it together is written next. */
  private void written(List<CompletableFuture<Void>> served) {
    served.forEach(sync -> sync.complete(null));
    writing = false;
    if (!syncs.isEmpty() || waiting.size() > UNASKED_BYTES) {
      write();
    }
  }
}
