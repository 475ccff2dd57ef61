package glomers.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A {@link StdioRuntime} on streams of the test, served by a thread of its own. */
final class StdioSession {
  static final String INIT =
      """
      {"src":"c0","dest":"n1","body":\
      {"type":"init","msg_id":1,"node_id":"n1","node_ids":["n1","n2"]}}""";
  static final String INIT_OK =
      """
      {"src":"n1","dest":"c0","body":{"type":"init_ok","in_reply_to":1}}""";

  final BlockInput in = new BlockInput();
  final RecordingOutput out = new RecordingOutput();
  final ListLogger log = new ListLogger(System.Logger.Level.INFO);
  final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final FutureTask<Integer> served;

  /** Begins to serve. */
  StdioSession(Consumer<Node> server) {
    StdioRuntime runtime = new StdioRuntime(in, out, log, exit::complete);
    served = new FutureTask<>(() -> runtime.serve(server));
    Thread thread = new Thread(served, "served by " + getClass().getSimpleName());
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for the runtime to end, and returns the status. */
  int status() throws Exception {
    return served.get(60, TimeUnit.SECONDS);
  }

  static String echo(int msgId, String text) {
    return """
    {"src":"c1","dest":"n1","body":{"type":"echo","msg_id":%s,"echo":"%s"}}"""
        .formatted(msgId, text);
  }

  static String echoOk(int msgId, String text) {
    return """
    {"src":"n1","dest":"c1","body":{"type":"echo_ok","in_reply_to":%s,"echo":"%s"}}"""
        .formatted(msgId, text);
  }
}
