package glomers.workbench.run;

/** What to do about lines on standard output that are no messages, by the mistake behind them. */
final class LineTraps {
  private LineTraps() {}

  static String remedy(String line) {
    String text = line.strip();
    if (text.equals("{") || text.equals("[")) {
      return "write each message on a single line: JSON must not be indented";
    }
    if (text.startsWith("{'")) {
      return "print JSON: this is how Python shows a dict; print(json.dumps(message), flush=True)";
    }
    if (text.startsWith("map[") || text.startsWith("&{")) {
      return "print JSON: this is how Go shows a value; use json.Marshal, or json.NewEncoder";
    }
    if (text.equals("[object Object]")) {
      return "print JSON: this is how JavaScript shows an object; use JSON.stringify";
    }
    if (text.startsWith("{")) {
      return "print messages such as {\"src\": \"n0\", \"dest\": \"c1\", \"body\": {\"type\":"
          + " \"echo_ok\", \"in_reply_to\": 1, …}}";
    }
    return "print messages on standard output and nothing else; logs belong on standard error";
  }
}
