package glomers.workbench.trace;

import glomers.protocol.Message;
import glomers.workbench.network.LossReason;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.time.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every message of a run, in columns, for reports. A message is a row when it arrives or is lost; a
 * duplicated one is a row per copy. Bounded: long bodies are cut, and beyond the limits messages
 * are only counted. For use within events only.
 */
public final class Recording implements NetworkListener {
  private static final int ROWS_MAX = 4_000_000;
  private static final long BODY_CHARS_MAX = 256L << 20;
  private static final int BODY_CHARS_SHOWN = 2_048;
  private static final int HEAD_CHARS = 1_536;
  private static final int TAIL_CHARS = 448;
  private static final LossReason[] REASONS = LossReason.values();
  private static final byte ARRIVED = -1;

  private final Scheduler scheduler;
  private final int rowsMax;
  private final long bodyCharsMax;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private long[] ids = new long[1024];
  private long[] sentNanos = new long[1024];
  private long[] endNanos = new long[1024];
  private int[] ends = new int[1024];
  private byte[] losses = new byte[1024];
  private final List<String> bodies = new ArrayList<>();
  private int size;
  private long bodyChars;
  private long sentCount;
  private long leftOut;

  /** A recording without messages. */
  public Recording(Scheduler scheduler) {
    this(scheduler, ROWS_MAX, BODY_CHARS_MAX);
  }

  /**
   * A recording with limits of its own.
   *
   * @param rowsMax how many rows are kept
   * @param bodyCharsMax how many characters of bodies are kept, in all
   */
  public Recording(Scheduler scheduler, int rowsMax, long bodyCharsMax) {
    this.scheduler = scheduler;
    this.rowsMax = rowsMax;
    this.bodyCharsMax = bodyCharsMax;
  }

  /** A recording whose rows are restored from a file. */
  static Recording stored(long sentCount, long leftOut) {
    Recording recording = new Recording(null);
    recording.sentCount = sentCount;
    recording.leftOut = leftOut;
    return recording;
  }

  @Override
  public void sent(long id, Message message) {
    sentCount++;
  }

  @Override
  public void received(long id, Message message, long sent) {
    add(id, message, sent, ARRIVED);
  }

  @Override
  public void lost(long id, Message message, long sent, LossReason reason) {
    add(id, message, sent, (byte) reason.ordinal());
  }

  private void add(long id, Message message, long sent, byte loss) {
    if (size == rowsMax || bodyChars > bodyCharsMax) {
      leftOut++;
      return;
    }
    String body = shortened(message.bodyJson());
    add(id, message.src(), message.dest(), sent, scheduler.nowNanos(), loss, body);
  }

  /** Adds a row as it was before it was stored; its loss is null if it arrived. */
  void restore(
      long id, String src, String dest, long sent, long end, LossReason loss, String body) {
    add(id, src, dest, sent, end, loss == null ? ARRIVED : (byte) loss.ordinal(), body);
  }

  private void add(long id, String src, String dest, long sent, long end, byte loss, String body) {
    if (size == ids.length) {
      grow();
    }
    bodyChars += body.length();
    ids[size] = id;
    sentNanos[size] = sent;
    endNanos[size] = end;
    ends[size] = name(src) << 16 | name(dest);
    losses[size] = loss;
    bodies.add(body);
    size++;
  }

  private void grow() {
    int length = (int) Math.min(rowsMax, 2L * size);
    ids = Arrays.copyOf(ids, length);
    sentNanos = Arrays.copyOf(sentNanos, length);
    endNanos = Arrays.copyOf(endNanos, length);
    ends = Arrays.copyOf(ends, length);
    losses = Arrays.copyOf(losses, length);
  }

  /** The number of a name; those beyond what a column holds share the last. */
  private int name(String name) {
    Integer known = names.get(name);
    if (known != null) {
      return known;
    }
    if (names.size() == 0xffff) {
      return names.computeIfAbsent("(others)", none -> 0xffff);
    }
    names.put(name, names.size());
    return names.size() - 1;
  }

  private static String shortened(String body) {
    return body.length() <= BODY_CHARS_SHOWN
        ? body
        : body.substring(0, HEAD_CHARS)
            + " … "
            + body.length()
            + " characters … "
            + body.substring(body.length() - TAIL_CHARS);
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** How many messages were sent, whether or not they are rows. */
  public long sentCount() {
    return sentCount;
  }

  /** How many arrivals and losses were beyond the limits. */
  public long leftOut() {
    return leftOut;
  }

  /** The names of all senders and receivers; a row's {@link #src} and {@link #dest} count these. */
  public List<String> names() {
    return List.copyOf(names.keySet());
  }

  /** The network's own number of the row's message; copies have the same. */
  public long id(int row) {
    return ids[row];
  }

  /** When it was sent, in nanoseconds since the scheduler was made. */
  public long sentNanos(int row) {
    return sentNanos[row];
  }

  /** When it arrived or was lost, in nanoseconds since the scheduler was made. */
  public long endNanos(int row) {
    return endNanos[row];
  }

  /** The sender, as an index of {@link #names}. */
  public int src(int row) {
    return ends[row] >>> 16;
  }

  /** The receiver, as an index of {@link #names}. */
  public int dest(int row) {
    return ends[row] & 0xffff;
  }

  /** Why it was lost; empty if it arrived. */
  public Optional<LossReason> loss(int row) {
    return losses[row] == ARRIVED ? Optional.empty() : Optional.of(REASONS[losses[row]]);
  }

  /** The body as JSON; the middle of a long one is left out. */
  public String body(int row) {
    return bodies.get(row);
  }
}
