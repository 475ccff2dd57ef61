package glomers.protocol;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A line's message in outline, read without a tree of its values: for lines whose tree would not
 * fit in memory.
 *
 * @param src the sender; empty if the line names none
 * @param dest the receiver; empty if the line names none
 * @param msgId the number by which a reply would refer to the message; empty if it expects none, or
 *     is a reply itself
 * @param values how many JSON values and names of fields the line holds
 */
public record Outline(String src, String dest, OptionalLong msgId, long values) {
  /**
   * The outline of this line; empty if it is not well-formed JSON, or no object with a body.
   *
   * @param line may be of any length: no part of it is copied but the ids
   */
  public static Optional<Outline> of(String line) {
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
    private long values;

    Skim(JsonReader in) {
      this.in = in;
    }

    Outline message() throws IOException {
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "src" -> src = in.nextString();
          case "dest" -> dest = in.nextString();
          case "body" -> body();
          default -> skip();
        }
      }
      in.endObject();
      return new Outline(src, dest, reply ? OptionalLong.empty() : msgId, values);
    }

    private void body() throws IOException {
      in.beginObject();
      while (in.hasNext()) {
        values++;
        switch (in.nextName()) {
          case "msg_id" -> msgId = OptionalLong.of(in.nextLong());
          case "in_reply_to" -> {
            reply = true;
            skip();
          }
          default -> skip();
        }
      }
      in.endObject();
    }

    /** Skips one value, whatever it holds. */
    private void skip() throws IOException {
      int depth = 0;
      do {
        JsonToken token = in.peek();
        switch (token) {
          case BEGIN_ARRAY -> in.beginArray();
          case BEGIN_OBJECT -> in.beginObject();
          case END_ARRAY -> in.endArray();
          case END_OBJECT -> in.endObject();
          default -> in.skipValue();
        }
        boolean begins = token == JsonToken.BEGIN_ARRAY || token == JsonToken.BEGIN_OBJECT;
        boolean ends = token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT;
        depth += begins ? 1 : ends ? -1 : 0;
        values += ends ? 0 : 1;
      } while (depth > 0);
    }
  }
}
