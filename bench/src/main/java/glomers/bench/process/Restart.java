package glomers.bench.process;

import glomers.bench.report.Metric;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.Message;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.ObjDoubleConsumer;

/**
 * Kills a replicated key-value store that has carried out many writes, and starts it again. The
 * store is one node, which is its own majority. It is killed when it has been idle for a moment, or
 * for some seconds if it takes so long until its log is small: so fast a stream of writes may
 * outgrow a snapshot before the next heartbeat sees to it.
 */
public final class Restart implements Measurement {
  private static final int KEYS = 10_000;
  private static final int WAITING_MAX = 2_000;
  private static final int BLOCK_LINES = 100;
  private static final int IDLE_MILLIS = 300;
  private static final int IDLE_TIMES_MAX = 50;

  private final int writes;
  private final Path folder;

  /**
   * A restart after so many writes.
   *
   * @param folder for what the node keeps; is there
   */
  public Restart(int writes, Path folder) {
    this.writes = writes;
    this.folder = folder;
  }

  @Override
  public void run(Subject subject, ObjDoubleConsumer<Metric> results)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory(folder, "restart");
    Path log = data.resolve("n0").resolve("log");
    try (RunningNode node = RunningNode.start(subject, data)) {
      node.sendInit();
      node.awaitLine();
      write(node);
      idle(log);
    }
    double snapshot = snapshotBytes(log);
    results.accept(Metric.RESTART_STATE, snapshot / 1_000);
    results.accept(Metric.RESTART_DISK, Files.size(log) / snapshot);
    try (RunningNode node = RunningNode.start(subject, data)) {
      node.sendInit();
      node.awaitLine();
      results.accept(Metric.RESTART, node.millisSinceStart());
      results.accept(Metric.RESTART_CPU, node.usage().cpuMillis());
      long value = read(node, key(writes));
      results.accept(Metric.RESTART_READ, node.millisSinceStart());
      if (value != writes) {
        throw new IOException(
            subject.name() + " has lost the last of " + writes + " writes: it reads " + value);
      }
    }
    DataFolder.delete(data);
  }

  /** The keys take turns, but not in their order. */
  private static long key(int number) {
    return 7_919L * number % KEYS;
  }

  private static byte[] line(int id, Body body) {
    return RunningNode.Messages.bytes(
        Codec.encode("c1", "n0", body, OptionalLong.of(id), OptionalLong.empty()) + "\n");
  }

  private void write(RunningNode node) throws IOException, InterruptedException {
    Semaphore room = new Semaphore(WAITING_MAX);
    Thread writer = new Thread(() -> push(node, room), "pusher");
    writer.start();
    for (int i = 0; i < writes; i++) {
      String line = node.awaitLine();
      if (!Codec.decode(line).type().equals(Optional.of(Codec.typeOf(LinKv.WriteOk.class)))) {
        throw new IOException("a write was not carried out: " + line);
      }
      room.release();
    }
    writer.join();
  }

  private void push(RunningNode node, Semaphore room) {
    try {
      OutputStream in = node.input();
      for (int id = 1; id <= writes; id++) {
        if (id % BLOCK_LINES == 1) {
          in.flush();
          room.acquireUninterruptibly(BLOCK_LINES);
        }
        in.write(line(id, new LinKv.Write(key(id), id)));
      }
      in.flush();
    } catch (IOException e) {
      // The node has gone: the reader finds that out, too.
    }
  }

  private static void idle(Path log) throws IOException, InterruptedException {
    int times = 0;
    do {
      Thread.sleep(IDLE_MILLIS);
    } while (++times < IDLE_TIMES_MAX && !isCompact(log));
  }

  private static boolean isCompact(Path log) throws IOException {
    OptionalLong snapshot = snapshot(log);
    return snapshot.isPresent() && Files.size(log) <= 2 * snapshot.getAsLong();
  }

  private long read(RunningNode node, long key) throws IOException {
    node.send(line(1, new LinKv.Read(key)));
    Message answer = Codec.decode(node.awaitLine());
    return Codec.body(answer, LinKv.ReadOk.class).value();
  }

  private static long snapshotBytes(Path log) throws IOException {
    return snapshot(log)
        .orElseThrow(() -> new IOException(log + " does not begin with a snapshot"));
  }

  /**
   * The length of the snapshot, which is the first record of a log: eight bytes, then its length,
   * two checksums. Empty if there is none.
   */
  private static OptionalLong snapshot(Path log) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(log))) {
      in.skipNBytes(8);
      int length = in.readInt();
      in.skipNBytes(8);
      String content = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      return content.startsWith("{\"type\":\"snapshot\"")
          ? OptionalLong.of(length)
          : OptionalLong.empty();
    }
  }
}
