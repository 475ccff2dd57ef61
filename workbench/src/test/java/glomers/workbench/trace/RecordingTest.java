package glomers.workbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.protocol.Message;
import glomers.workbench.network.LossReason;
import glomers.workbench.time.VirtualTimeScheduler;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(1_000_000);

  private static Message message(String src, String dest, String text) {
    JsonObject body = new JsonObject();
    body.addProperty("text", text);
    return new Message(src, dest, body);
  }

  @Test
  void keepsArrivalsAndLosses() {
    Recording recording = new Recording(scheduler);
    Message message = message("n0", "n1", "x");
    recording.sent(7, message);
    scheduler.runUntil(5_000);
    recording.received(7, message, 1_000);
    recording.lost(7, message, 1_000, LossReason.PARTITION);
    assertThat(recording.size()).isEqualTo(2);
    assertThat(recording.sentCount()).isEqualTo(1);
    assertThat(recording.id(1)).isEqualTo(7);
    assertThat(recording.sentNanos(0)).isEqualTo(1_000);
    assertThat(recording.endNanos(0)).isEqualTo(5_000);
    assertThat(recording.loss(0)).isEmpty();
    assertThat(recording.loss(1)).contains(LossReason.PARTITION);
    assertThat(recording.names().get(recording.src(0))).isEqualTo("n0");
    assertThat(recording.names().get(recording.dest(0))).isEqualTo("n1");
    assertThat(recording.body(0)).isEqualTo("{\"text\":\"x\"}");
  }

  @Test
  void growsBeyondItsFirstSize() {
    Recording recording = new Recording(scheduler);
    for (int i = 0; i < 5_000; i++) {
      recording.received(i, message("n0", "n" + i % 7, "" + i), i);
    }
    assertThat(recording.size()).isEqualTo(5_000);
    assertThat(recording.id(4_999)).isEqualTo(4_999);
    assertThat(recording.body(4_321)).isEqualTo("{\"text\":\"4321\"}");
  }

  @Test
  void cutsLongBodiesInTheMiddle() {
    Recording recording = new Recording(scheduler);
    recording.received(0, message("n0", "n1", "x".repeat(1_000_000) + "end"), 0);
    assertThat(recording.body(0))
        .hasSizeLessThan(2_100)
        .startsWith("{\"text\":\"xxx")
        .contains(" … 1000014 characters … ")
        .endsWith("xend\"}");
  }

  @Test
  void onlyCountsBeyondItsLimits() {
    Recording rows = new Recording(scheduler, 1_500, Long.MAX_VALUE);
    Recording chars = new Recording(scheduler, Integer.MAX_VALUE, 20);
    for (int i = 0; i < 2_000; i++) {
      rows.received(i, message("n0", "n1", "x"), 0);
      chars.received(i, message("n0", "n1", "x"), 0);
    }
    assertThat(rows.size()).isEqualTo(1_500);
    assertThat(rows.leftOut()).isEqualTo(500);
    assertThat(chars.size()).isEqualTo(2);
    assertThat(chars.leftOut()).isEqualTo(1_998);
  }
}
