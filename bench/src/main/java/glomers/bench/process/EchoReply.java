package glomers.bench.process;

import com.google.gson.JsonPrimitive;
import glomers.protocol.Codec;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import java.io.IOException;

/** Checks answers, so that no program is fast by answering wrongly. */
final class EchoReply {
  private EchoReply() {}

  /**
   * Checks an answer to {@link RunningNode.Messages#echo}.
   *
   * @return the number of the request
   * @throws IOException if it is wrong
   */
  static int check(String line) throws IOException {
    try {
      Message reply = Codec.decode(line);
      long id = reply.inReplyTo().orElse(-1);
      boolean right =
          reply.src().equals("n0")
              && reply.dest().equals("c1")
              && reply.type().orElse("").equals("echo_ok")
              && new JsonPrimitive("Please echo " + id % 128).equals(reply.body().get("echo"));
      if (right && id == (int) id) {
        return (int) id;
      }
    } catch (RpcException e) {
      // no message at all: wrong, too
    }
    throw new IOException("a wrong answer to an echo: " + line);
  }

  /**
   * Checks an answer to the echo of this number.
   *
   * @throws IOException if it is wrong
   */
  static void check(String line, int id) throws IOException {
    if (check(line) != id) {
      throw new IOException("no answer to echo " + id + ": " + line);
    }
  }
}
