package glomers.protocol;

import com.google.gson.JsonObject;
import glomers.protocol.json.Reading;
import glomers.protocol.json.TextCursor;
import java.util.OptionalLong;

/**
 * A message's body as text, and what the protocol itself needs to know of it.
 *
 * @param line the message
 * @param start where the body begins in it
 * @param end where it has ended
 * @param compact whether the body has no white space
 * @param type its type; null if it has none
 * @param msgId its number, if it expects a reply
 * @param inReplyTo the number that it replies to, if it is a reply
 */
record BodyText(
    String line,
    int start,
    int end,
    boolean compact,
    String type,
    OptionalLong msgId,
    OptionalLong inReplyTo) {

  /**
   * Reads a message of the usual form, without a tree. The whole line is well-formed then.
   *
   * @param strict whether it must have no fields but those of an envelope
   */
  static Reading<Message> read(String line, boolean strict) {
    return new Scan(line, strict).message();
  }

  String json() {
    return line.substring(start, end);
  }

  JsonObject tree() {
    return new TextCursor(line, start).object();
  }

  /** One pass over a line. */
  private static final class Scan {
    private final String line;
    private final boolean strict;
    private final TextCursor in;
    private String src;
    private String dest;
    private BodyText body;
    private String type;
    private OptionalLong msgId = OptionalLong.empty();
    private OptionalLong inReplyTo = OptionalLong.empty();

    Scan(String line, boolean strict) {
      this.line = line;
      this.strict = strict;
      this.in = new TextCursor(line, 0);
    }

    Reading<Message> message() {
      in.take('{');
      do {
        in.takeName();
        if (in.nameIs("src")) {
          src = once(src, in.string());
        } else if (in.nameIs("dest")) {
          dest = once(dest, in.string());
        } else if (in.nameIs("body")) {
          body = once(body, body());
        } else if (!strict) {
          in.skipValue();
        } else if (in.nameIs("id")) {
          in.integer();
        } else {
          in.fail();
        }
      } while (in.more('}'));
      in.takeEnd();
      if (src == null || dest == null || body == null) {
        in.fail();
      }
      return in.reading(new Message(src, dest, body));
    }

    private BodyText body() {
      in.take('{');
      int start = in.at() - 1;
      if (!in.takeIf('}')) {
        do {
          in.takeName();
          if (in.nameIs("type")) {
            type = once(type, in.string());
          } else if (in.nameIs("msg_id")) {
            msgId = once(msgId, in.integer());
          } else if (in.nameIs("in_reply_to")) {
            inReplyTo = once(inReplyTo, in.integer());
          } else {
            in.skipValue();
          }
        } while (in.more('}'));
      }
      return new BodyText(line, start, in.at(), in.compact(), type, msgId, inReplyTo);
    }

    /** The value, if it is the first of its name: which one counts otherwise is for the tree. */
    private <T> T once(T before, T value) {
      if (before != null) {
        in.fail();
      }
      return value;
    }

    private OptionalLong once(OptionalLong before, long value) {
      if (before.isPresent()) {
        in.fail();
      }
      return OptionalLong.of(value);
    }
  }
}
