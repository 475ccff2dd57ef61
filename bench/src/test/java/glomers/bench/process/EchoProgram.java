package glomers.bench.process;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.node.StdioRuntime;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.InitOk;
import glomers.protocol.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** A program that the tests run as a process: an echo that works, and some that do not. */
public final class EchoProgram {
  /** How it goes about it. */
  public enum Mode {
    /** As it should. */
    GOOD,
    /** Answers the fifth echo with another text. */
    WRONG,
    /** Answers the fifth echo twice. */
    TWICE,
    /** Answers every echo twice. */
    ALL_TWICE,
    /** Ends when it has answered ten echoes. */
    QUITS
  }

  /** The request. */
  record Echo(JsonElement echo) implements Body {}

  /** The answer. */
  record EchoOk(JsonElement echo) implements Body {}

  private EchoProgram() {}

  /** The program and its arguments, on the JVM of this process, with small costs. */
  public static List<String> command(Mode mode) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        EchoProgram.class.getName(),
        mode.name());
  }

  static Subject subject(Mode mode) {
    return new Subject(mode.name(), command(mode));
  }

  public static void main(String[] args) throws IOException {
    Mode mode = Mode.valueOf(args[0]);
    if (mode == Mode.GOOD) {
      StdioRuntime.run(EchoProgram::serve);
    } else {
      answer(mode, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
  }

  private static void serve(Node node) {
    node.on(Echo.class, request -> new EchoOk(request.body().echo()));
  }

  private static void answer(Mode mode, BufferedReader in) throws IOException {
    reply(Codec.decode(in.readLine()), new InitOk());
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      Message request = Codec.decode(line);
      boolean wrong = mode == Mode.WRONG && number == 5;
      boolean twice = mode == Mode.TWICE && number == 5 || mode == Mode.ALL_TWICE;
      EchoOk right = new EchoOk(request.body().get("echo"));
      reply(request, wrong ? new EchoOk(new JsonPrimitive("Cuckoo")) : right);
      if (twice) {
        reply(request, right);
      }
      if (mode == Mode.QUITS && number == 10) {
        return;
      }
    }
  }

  private static void reply(Message request, Body body) {
    System.out.println(
        Codec.encode(request.dest(), request.src(), body, OptionalLong.empty(), request.msgId()));
  }
}
