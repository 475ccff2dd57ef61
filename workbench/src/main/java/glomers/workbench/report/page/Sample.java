package glomers.workbench.report.page;

import glomers.workbench.trace.Recording;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which messages a report shows: all of them if they are few enough; else those that findings rest
 * on, then those around findings and the edges of faults, then the first and last seconds, then
 * whole conversations chosen evenly from the rest.
 */
final class Sample {
  static final int ROWS_MAX = 100_000;
  static final long BODY_CHARS_MAX = 32L << 20;

  private static final long AROUND_NANOS = 500_000_000L;
  private static final long ENDS_NANOS = 2_000_000_000L;
  private static final int NUMBERS = 1 << 16;
  private static final String REPLY = "\"in_reply_to\":";
  private static final String REQUEST = "\"msg_id\":";

  private final Recording recording;
  private final int rowsMax;
  private final long bodyCharsMax;
  private final char[] conversations;
  private final BitSet chosen = new BitSet();
  private long bodyChars;
  private int rows;

  private Sample(Recording recording, int rowsMax, long bodyCharsMax) {
    this.recording = recording;
    this.rowsMax = rowsMax;
    this.bodyCharsMax = bodyCharsMax;
    this.conversations = new char[recording.size()];
    for (int row = 0; row < conversations.length; row++) {
      conversations[row] = (char) conversation(row);
    }
  }

  /**
   * The chosen rows, in their order.
   *
   * @param explained the rows that findings rest on
   * @param times of findings and of the edges of faults, in nanoseconds
   */
  static int[] of(Recording recording, Collection<Integer> explained, List<Long> times) {
    return of(recording, explained, times, ROWS_MAX, BODY_CHARS_MAX);
  }

  static int[] of(
      Recording recording,
      Collection<Integer> explained,
      List<Long> times,
      int rowsMax,
      long bodyCharsMax) {
    if (fits(recording, rowsMax, bodyCharsMax)) {
      return IntStream.range(0, recording.size()).toArray();
    }
    Sample sample = new Sample(recording, rowsMax, bodyCharsMax);
    explained.forEach(sample::choose);
    BitSet around = sample.within(times.stream().mapToLong(Long::longValue).toArray());
    sample.chooseEvenly(around);
    sample.chooseEvenly(sample.ends());
    BitSet rest = new BitSet();
    rest.set(0, recording.size());
    sample.chooseEvenly(rest);
    return sample.chosen.stream().toArray();
  }

  private static boolean fits(Recording recording, int rowsMax, long bodyCharsMax) {
    long chars = 0;
    for (int row = 0; row < recording.size() && row <= rowsMax; row++) {
      chars += recording.body(row).length();
    }
    return recording.size() <= rowsMax && chars <= bodyCharsMax;
  }

  private boolean choose(int row) {
    if (chosen.get(row)) {
      return true;
    }
    if (rows == rowsMax || bodyChars + recording.body(row).length() > bodyCharsMax) {
      return false;
    }
    chosen.set(row);
    bodyChars += recording.body(row).length();
    rows++;
    return true;
  }

  private BitSet within(long[] times) {
    BitSet found = new BitSet();
    long[] sorted = Arrays.stream(times).sorted().toArray();
    for (int row = 0; row < recording.size(); row++) {
      int next = Arrays.binarySearch(sorted, recording.sentNanos(row) - AROUND_NANOS);
      int index = next < 0 ? -next - 1 : next;
      if (index < sorted.length && sorted[index] <= recording.endNanos(row) + AROUND_NANOS) {
        found.set(row);
      }
    }
    return found;
  }

  private BitSet ends() {
    BitSet found = new BitSet();
    if (recording.size() == 0) {
      return found;
    }
    long first = recording.sentNanos(0) + ENDS_NANOS;
    long last = recording.endNanos(recording.size() - 1) - ENDS_NANOS;
    for (int row = 0; row < recording.size(); row++) {
      if (recording.sentNanos(row) <= first || recording.endNanos(row) >= last) {
        found.set(row);
      }
    }
    return found;
  }

  /** Chooses all candidates if there is room, else those of one conversation in so many. */
  private void chooseEvenly(BitSet candidates) {
    candidates.andNot(chosen);
    int[] rowsOfNumber = new int[NUMBERS];
    long[] charsOfNumber = new long[NUMBERS];
    candidates.stream()
        .forEach(
            row -> {
              int number = conversations[row];
              rowsOfNumber[number]++;
              charsOfNumber[number] += recording.body(row).length();
            });
    // Conversations are numbered by a hash: the first numbers that fit are an even choice.
    int limit = 0;
    int roomForRows = rowsMax - rows;
    long roomForChars = bodyCharsMax - bodyChars;
    while (limit < NUMBERS
        && rowsOfNumber[limit] <= roomForRows
        && charsOfNumber[limit] <= roomForChars) {
      roomForRows -= rowsOfNumber[limit];
      roomForChars -= charsOfNumber[limit];
      limit++;
    }
    int end = limit;
    candidates.stream().filter(row -> conversations[row] < end).forEach(this::choose);
  }

  /** The same number for a request, its copies and its reply, from 0 up to {@link #NUMBERS}. */
  private int conversation(int row) {
    String body = recording.body(row);
    long reply = number(body, REPLY);
    if (reply >= 0) {
      return hash(recording.dest(row), reply);
    }
    long request = number(body, REQUEST);
    return request >= 0 ? hash(recording.src(row), request) : hash((int) recording.id(row), -1);
  }

  /** The number of a field, for which a regular expression takes ten times as long; −1 if none. */
  private static long number(String body, String field) {
    int at = body.indexOf(field);
    if (at < 0) {
      return -1;
    }
    long number = 0;
    for (int i = at + field.length(); i < body.length() && isDigit(body.charAt(i)); i++) {
      number = 10 * number + body.charAt(i) - '0';
    }
    return number & Long.MAX_VALUE;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int hash(int end, long number) {
    int hash = (31 * end + Long.hashCode(number)) * 0x9E3779B9;
    return hash >>> 16;
  }
}
