package glomers.workbench.report.page;

import com.google.gson.JsonParser;
import glomers.protocol.Message;
import glomers.workbench.network.LossReason;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.trace.Recording;

/** Recordings as a test tells them. */
final class Recordings {
  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(Long.MAX_VALUE);
  private final Recording recording = new Recording(scheduler);
  private long lastId;

  /** A message arrives at this time, in milliseconds, which must not be before the last. */
  Recordings arrived(long millis, String src, String dest, String body) {
    Message message = sent(millis, src, dest, body);
    recording.received(lastId, message, scheduler.nowNanos());
    return this;
  }

  /** A message is lost at this time, in milliseconds. */
  Recordings lost(long millis, String src, String dest, String body, LossReason reason) {
    Message message = sent(millis, src, dest, body);
    recording.lost(lastId, message, scheduler.nowNanos(), reason);
    return this;
  }

  private Message sent(long millis, String src, String dest, String body) {
    scheduler.runUntil(millis * 1_000_000);
    Message message = new Message(src, dest, JsonParser.parseString(body).getAsJsonObject());
    recording.sent(++lastId, message);
    return message;
  }

  Recording recording() {
    return recording;
  }
}
