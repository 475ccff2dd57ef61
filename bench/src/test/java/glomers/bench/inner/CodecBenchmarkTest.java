package glomers.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.inner.CodecBenchmark.Broadcast;
import glomers.bench.inner.CodecBenchmark.ReadOk;
import glomers.protocol.Codec;
import glomers.protocol.Message;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodecBenchmarkTest {
  private static final List<Integer> THOUSAND = IntStream.range(0, 1_000).boxed().toList();

  private final CodecBenchmark benchmark = new CodecBenchmark();

  @Test
  void aLineBecomesItsValue() {
    assertThat(benchmark.decode()).isEqualTo(new Broadcast(1234));
  }

  @Test
  void aValueBecomesItsLine() {
    assertThat(benchmark.encode())
        .isEqualTo(
            "{\"src\":\"n3\",\"dest\":\"n0\",\"body\":"
                + "{\"type\":\"broadcast\",\"msg_id\":567,\"message\":1234}}");
  }

  @Test
  void aThousandNumbersAreRead() {
    assertThat(benchmark.decodeThousand()).isEqualTo(new ReadOk(THOUSAND));
  }

  @Test
  void aThousandNumbersAreWritten() {
    Message message = Codec.decode(benchmark.encodeThousand());
    assertThat(message.type()).contains("read_ok");
    assertThat(message.inReplyTo()).hasValue(567);
    assertThat(Codec.body(message.body(), ReadOk.class).messages()).isEqualTo(THOUSAND);
  }
}
