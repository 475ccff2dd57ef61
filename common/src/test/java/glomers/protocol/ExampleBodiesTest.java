package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExampleBodiesTest {
  record Inner(String key, int count) {}

  record Everything(
      int number, Optional<Boolean> flag, List<Inner> inners, Map<String, Long> counts, double real)
      implements Body {}

  record Odd(Thread.State state) implements Body {}

  @Test
  void isReadAsItsRecord() {
    assertThat(
            Codec.body(new NumberedBodies(12).of(Everything.class).orElseThrow(), Everything.class))
        .isEqualTo(
            new Everything(
                12, Optional.of(true), List.of(new Inner("s4", 12)), Map.of("s4", 12L), 12.0));
  }

  @Test
  void hasItsType() {
    Message message =
        new Message("c1", "n1", new NumberedBodies(3).of(Everything.class).orElseThrow());
    assertThat(message.type()).contains("everything");
  }

  @Test
  void isEmptyForUnknownTypes() {
    assertThat(new NumberedBodies(1).of(Odd.class)).isEmpty();
  }
}
