package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplesTest {
  record Inner(String key, int count) {}

  record Sampled(
      int number, Optional<Boolean> flag, List<Inner> inners, Map<String, Long> counts, double real)
      implements Body {}

  record Odd(Thread.State state) implements Body {}

  @Test
  void isReadAsItsRecord() {
    assertThat(Codec.body(Samples.of(Sampled.class, 12).orElseThrow(), Sampled.class))
        .isEqualTo(
            new Sampled(
                12, Optional.of(true), List.of(new Inner("s4", 12)), Map.of("s4", 12L), 12.0));
  }

  @Test
  void expectsReply() {
    Message message = new Message("c1", "n1", Samples.of(Sampled.class, 3).orElseThrow());
    assertThat(message.type()).contains("sampled");
    assertThat(message.msgId()).hasValue(3);
  }

  @Test
  void isEmptyForUnknownTypes() {
    assertThat(Samples.of(Odd.class, 1)).isEmpty();
  }
}
