package glomers.workbench.run;

import com.google.gson.JsonObject;
import glomers.protocol.Codec;
import glomers.protocol.Message;
import glomers.workbench.cluster.Cluster;
import glomers.workbench.fault.Unsynced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Nodes that print whatever a script has them print, be it a message or not. */
final class RawCluster implements Cluster {
  /** What a node does about a message. */
  interface Script {
    void receive(String node, Message message, Consumer<String> out);

    /** Answers all by {@code …_ok}, but messages of this type by this line. */
    static Script until(String type, String line) {
      return (node, message, out) -> {
        String received = message.type().orElseThrow();
        out.accept(
            received.equals(type) ? line : reply(message, "{\"type\": \"" + received + "_ok\"}"));
      };
    }

    /** Answers init as it should be answered, and leaves all else to the other. */
    static Script afterInit(Script other) {
      return (node, message, out) -> {
        if (message.type().orElse("").equals("init")) {
          out.accept(reply(message, "{\"type\": \"init_ok\"}"));
        } else {
          other.receive(node, message, out);
        }
      };
    }
  }

  /** Stands for the end of the program. */
  static final String EXIT = "exit";

  private final Script script;
  private final Map<String, Output> outputs = new HashMap<>();
  private boolean closed;

  RawCluster(Script script) {
    this.script = script;
  }

  /** The line by which a node replies with this body, to which in_reply_to is added. */
  static String reply(Message request, String body) {
    JsonObject json = com.google.gson.JsonParser.parseString(body).getAsJsonObject();
    json.addProperty("in_reply_to", request.msgId().orElseThrow());
    return line(request.dest(), request.src(), json.toString());
  }

  static String line(String src, String dest, String body) {
    return "{\"src\": \"" + src + "\", \"dest\": \"" + dest + "\", \"body\": " + body + "}";
  }

  @Override
  public void start(String id, Output output) {
    outputs.put(id, output);
  }

  @Override
  public void deliver(String id, String line) {
    if (closed) {
      throw new IllegalStateException("a message for " + id + " after the end: " + line);
    }
    script.receive(id, Codec.decode(line), printed -> print(outputs.get(id), printed));
  }

  private static void print(Output output, String line) {
    if (line.equals(EXIT)) {
      output.exited(1);
    } else {
      output.line(line);
    }
  }

  @Override
  public List<String> hints(String id) {
    return List.of("A hint at " + id + ".");
  }

  @Override
  public void pause(String id) {
    throw new AssertionError("nothing here pauses nodes");
  }

  @Override
  public void resume(String id) {
    throw new AssertionError("nothing here resumes nodes");
  }

  @Override
  public void kill(String id, Unsynced left) {
    throw new AssertionError("nothing here kills nodes");
  }

  @Override
  public List<String> lastErrors(String id) {
    return List.of("the last words of " + id);
  }

  @Override
  public void close() {
    closed = true;
  }
}
