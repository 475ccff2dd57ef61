package glomers.workbench.simulation;

import glomers.protocol.Message;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.time.Scheduler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What happened in a simulated run, event by event, as text: operations, faults, and each message
 * when it arrives or is lost. Keeps the last events; all of them go to a listener, if there is one.
 *
 * <pre>{@code
 * 1234.000 ms  n0 -> n1  {"type":"broadcast","message":7}  (sent at 1134.000)
 * 1234.000 ms  n0 -x n2  {"type":"broadcast","message":7}  (sent at 1134.000, lost)
 * 1250.000 ms  process 3 on n3: invoke read nil
 * }</pre>
 */
final class Journal implements NetworkListener {
  private static final int KEPT_MAX = 200;
  private static final int SHOWN_CHARS_MAX = 180;

  private final Scheduler scheduler;
  private final Consumer<String> listener;
  private final Deque<Supplier<String>> last = new ArrayDeque<>();

  /**
   * An empty journal.
   *
   * @param listener is told of every event; null if nobody wants to know
   */
  Journal(Scheduler scheduler, Consumer<String> listener) {
    this.scheduler = scheduler;
    this.listener = listener;
  }

  @Override
  public void sent(long id, Message message) {
    // told when it arrives or is lost
  }

  @Override
  public void received(long id, Message message, long sentNanos) {
    arrival(message, sentNanos, "->", "");
  }

  @Override
  public void lost(long id, Message message, long sentNanos) {
    arrival(message, sentNanos, "-x", ", lost");
  }

  private void arrival(Message message, long sentNanos, String arrow, String fate) {
    long now = scheduler.nowNanos();
    add(
        () ->
            String.format(
                Locale.ROOT,
                "%s  %s %s %s  %s  (sent at %s%s)",
                time(now),
                message.src(),
                arrow,
                message.dest(),
                message.body(),
                millis(sentNanos),
                fate));
  }

  void operation(Op op) {
    String who = op.isClient() ? "process " + op.process() + " on " + op.node() : "nemesis";
    add(
        () ->
            String.format(
                Locale.ROOT,
                "%s  %s: %s %s %s%s",
                time(op.timeNanos()),
                who,
                op.type().label(),
                op.f(),
                Edn.print(op.value()),
                op.error() == null ? "" : " " + Edn.print(op.error())));
  }

  /** Something that was done by hand. */
  void note(String text) {
    long now = scheduler.nowNanos();
    add(() -> time(now) + "  == " + text);
  }

  private void add(Supplier<String> event) {
    if (listener != null) {
      listener.accept(event.get());
    }
    if (last.size() == KEPT_MAX) {
      last.removeFirst();
    }
    last.addLast(event); // most are never read: they are put into words only when they are
  }

  private static String shortened(String event) {
    return event.length() <= SHOWN_CHARS_MAX
        ? event
        : event.substring(0, SHOWN_CHARS_MAX) + "… (" + event.length() + " characters)";
  }

  /** The last events, oldest first, each cut to what fits on a line. */
  List<String> last() {
    return last.stream().map(Supplier::get).map(Journal::shortened).toList();
  }

  private static String time(long nanos) {
    return String.format(Locale.ROOT, "%12s ms", millis(nanos));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
  }
}
