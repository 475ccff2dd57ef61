package glomers.protocol;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The envelope of a line's message, read ahead of its body and without a tree of values: for lines
 * that hold too many of them.
 *
 * @param src the sender; empty if the line names none
 * @param dest the receiver; empty if the line names none
 * @param msgId the number by which a reply would refer to the message; empty if it expects none, or
 *     is a reply itself
 */
public record Envelope(String src, String dest, OptionalLong msgId) {
  /**
   * The envelope on this line; empty if it is not well-formed JSON, or no object with a body.
   *
   * @param line may be of any length: no part of it is copied but the ids
   */
  public static Optional<Envelope> of(String line) {
    try (JsonReader in = new JsonReader(new StringReader(line))) {
      return Optional.of(new Skim(in).message());
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** One pass over a line. */
  private static final class Skim {
    private final JsonReader in;
    private String src = "";
    private String dest = "";
    private OptionalLong msgId = OptionalLong.empty();
    private boolean reply;

    Skim(JsonReader in) {
      this.in = in;
    }

    Envelope message() throws IOException {
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "src" -> src = in.nextString();
          case "dest" -> dest = in.nextString();
          case "body" -> body();
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new Envelope(src, dest, reply ? OptionalLong.empty() : msgId);
    }

    private void body() throws IOException {
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "msg_id" -> msgId = OptionalLong.of(in.nextLong());
          case "in_reply_to" -> {
            reply = true;
            in.skipValue();
          }
          default -> in.skipValue();
        }
      }
      in.endObject();
    }
  }
}
