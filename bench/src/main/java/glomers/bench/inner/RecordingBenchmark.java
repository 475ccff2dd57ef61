package glomers.bench.inner;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glomers.protocol.Message;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.trace.Recording;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The cost of a report during a run: each message becomes a row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordingBenchmark {
  /** Few enough for the memory. */
  private static final int ROWS = 100_000;

  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(Long.MAX_VALUE);
  private final Message message = new Message("n3", "n7", body());
  private Recording recording = new Recording(scheduler);
  private long id;

  private static JsonObject body() {
    JsonObject body = new JsonObject();
    body.addProperty("type", "gossip");
    body.addProperty("msg_id", 12_345);
    JsonArray values = new JsonArray();
    for (int i = 0; i < 10; i++) {
      values.add(100 * i);
    }
    body.add("messages", values);
    return body;
  }

  /** One message is sent and arrives. */
  @Benchmark
  public int message() {
    if (recording.size() == ROWS) {
      recording = new Recording(scheduler);
    }
    recording.sent(id, message);
    recording.received(id++, message, 0);
    return recording.size();
  }
}
