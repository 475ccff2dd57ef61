package glomers.protocol;

/**
 * The limit of JSON values on one line: a short line of many values may take more memory, and more
 * time, than a process can spare.
 */
final class ValueLimit {
  /**
   * The memory that a process must have per JSON value of a line. A number's tree takes 90 bytes
   * and a list's 160; the rest is for the sake of time. The collector moves a tree while it grows,
   * and requests wait behind it: at this bound some 0.1 s in a node's small heap.
   */
  private static final int VALUE_BYTES = 1_000;

  /** The least that a value takes of a line: a digit and a comma. */
  private static final int VALUE_CHARS_MIN = 2;

  private static final long MAX = Runtime.getRuntime().maxMemory() / VALUE_BYTES;

  private ValueLimit() {}

  /**
   * Makes sure that a line holds no more values than this process takes.
   *
   * @throws RpcException crash, with a text that names the two numbers
   */
  static void require(String line) {
    if (line.length() / VALUE_CHARS_MIN <= MAX) {
      return; // so that short lines cost nothing
    }
    long values = count(line);
    if (values > MAX) {
      throw new RpcException(
          ErrorCode.CRASH,
          "the line holds "
              + values
              + " JSON values, and this process takes at most "
              + MAX
              + ", one for each "
              + VALUE_BYTES
              + " bytes of its memory: send less in one message");
    }
  }

  /**
   * How many values and names of fields a line holds, by the punctuation before each. The line may
   * be malformed: no parser gets more out of it. An empty list or object counts twice.
   */
  static long count(String line) {
    long values = 1;
    boolean inString = false;
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '"' -> inString = !inString;
        case '\\' -> i++; // the next character ends no string
        case ',', ':', '[', '{' -> values += inString ? 0 : 1;
        default -> {
          // belongs to a value
        }
      }
    }
    return values;
  }
}
