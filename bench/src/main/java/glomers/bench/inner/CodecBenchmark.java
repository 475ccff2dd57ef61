package glomers.bench.inner;

import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.Message;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The codec on the most frequent message, with one value, and on the reply to a read, with many.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
  /** As in the broadcast challenges. */
  public record Broadcast(int message) implements Body {}

  /** As in the broadcast challenges. */
  public record ReadOk(List<Integer> messages) implements Body {}

  private static final String LINE =
      "{\"id\":4711,\"src\":\"n3\",\"dest\":\"n0\",\"body\":"
          + "{\"type\":\"broadcast\",\"message\":1234,\"msg_id\":567}}";

  private final Broadcast value = new Broadcast(1234);
  private final ReadOk values = new ReadOk(IntStream.range(0, 1_000).boxed().toList());
  private final String longLine =
      Codec.encode("n0", "c1", values, OptionalLong.empty(), OptionalLong.of(567));

  /** A line to a typed body. */
  @Benchmark
  public Broadcast decode() {
    return decode(LINE, Broadcast.class);
  }

  /** A typed body to a line. */
  @Benchmark
  public String encode() {
    return Codec.encode("n3", "n0", value, OptionalLong.of(567), OptionalLong.empty());
  }

  /** A line that holds 1,000 numbers to a typed body. */
  @Benchmark
  public ReadOk decodeThousand() {
    return decode(longLine, ReadOk.class);
  }

  /** 1,000 numbers to a line. */
  @Benchmark
  public String encodeThousand() {
    return Codec.encode("n0", "c1", values, OptionalLong.empty(), OptionalLong.of(567));
  }

  private static <B extends Body> B decode(String line, Class<B> type) {
    Message message = Codec.decode(line);
    message.type();
    message.msgId();
    message.inReplyTo();
    return Codec.body(message, type);
  }
}
