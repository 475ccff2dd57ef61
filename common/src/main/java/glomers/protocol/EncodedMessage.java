package glomers.protocol;

import glomers.protocol.json.LineWriter;
import java.util.OptionalLong;

/**
 * A message that the {@link Codec} has written as a line. It knows what it has written, so that a
 * receiver in the same JVM is spared most of the reading, and still gets nothing but text.
 */
public final class EncodedMessage {
  /** The protocol's numbers below this are read without a tree. */
  private static final long USUAL_NUMBER_END = 1_000_000_000_000_000_000L;

  private static final int LAST_FIELD_CHARS = 36;

  private final String line;
  private final int start;
  private final String src;
  private final String dest;
  private final String type;
  private final OptionalLong msgId;
  private final OptionalLong inReplyTo;
  private final boolean usual;

  /**
   * A message that was written.
   *
   * @param start where its body begins
   */
  EncodedMessage(
      LineWriter written,
      int start,
      String src,
      String dest,
      String type,
      OptionalLong msgId,
      OptionalLong inReplyTo) {
    this(written, start, src, dest, type, msgId, inReplyTo, isUsual(msgId) && isUsual(inReplyTo));
  }

  private EncodedMessage(
      LineWriter written,
      int start,
      String src,
      String dest,
      String type,
      OptionalLong msgId,
      OptionalLong inReplyTo,
      boolean usual) {
    this.line = written.toString();
    this.start = start;
    this.src = src;
    this.dest = dest;
    this.type = type;
    this.msgId = msgId;
    this.inReplyTo = inReplyTo;
    this.usual = usual && written.isUsual();
  }

  private static boolean isUsual(OptionalLong number) {
    long value = number.orElse(0);
    return value > -USUAL_NUMBER_END && value < USUAL_NUMBER_END;
  }

  /** The message as JSON, without a line break. */
  public String line() {
    return line;
  }

  /** Its body as JSON. */
  public String bodyJson() {
    return line.substring(start, line.length() - 1);
  }

  /** This message, which replies to none yet, as the reply to this one. */
  public EncodedMessage replyTo(long number) {
    LineWriter reply = new LineWriter(line.length() + LAST_FIELD_CHARS);
    reply.raw(line, 0, line.length() - 2).raw(",\"in_reply_to\":").raw(number).raw("}}");
    return new EncodedMessage(
        reply,
        start,
        src,
        dest,
        type,
        msgId,
        OptionalLong.of(number),
        usual && isUsual(OptionalLong.of(number)));
  }

  /** The same message to another node. */
  public EncodedMessage to(String other) {
    LineWriter copy = Codec.envelope(src, other, line.length() + other.length());
    int copyStart = copy.length();
    copy.raw(line, start, line.length());
    return new EncodedMessage(copy, copyStart, src, other, type, msgId, inReplyTo, usual);
  }

  /**
   * The message as {@link Codec#strictDecode} reads it from the line.
   *
   * @throws RpcException as that
   */
  public Message message() {
    if (!usual) {
      return Codec.strictDecode(line);
    }
    ValueLimit.require(line);
    return new Message(
        src, dest, new BodyText(line, start, line.length() - 1, true, type, msgId, inReplyTo));
  }
}
