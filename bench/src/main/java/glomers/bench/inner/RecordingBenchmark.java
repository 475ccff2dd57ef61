package glomers.bench.inner;

import glomers.protocol.Codec;
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
  private final Message message =
      Codec.decode(
          "{\"src\":\"n3\",\"dest\":\"n7\",\"body\":{\"type\":\"gossip\",\"msg_id\":12345,"
              + "\"messages\":[0,100,200,300,400,500,600,700,800,900]}}");
  private Recording recording = new Recording(scheduler);
  private long id;

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
