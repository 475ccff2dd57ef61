package glomers.workbench.trace;

import glomers.workbench.edn.Edn;
import glomers.workbench.fault.FaultText;
import glomers.workbench.history.Op;
import glomers.workbench.network.LossReason;
import java.util.Locale;

/**
 * Events as lines of text:
 *
 * <pre>{@code
 * 1234.000 ms  n0 -> n1  {"type":"broadcast","message":7}  (sent at 1134.000)
 * 1234.000 ms  n0 -x n2  {"type":"broadcast","message":7}  (sent at 1134.000, lost: partition)
 * 1250.000 ms  process 3 on n3: invoke read nil
 * # n2 has missed the message.
 * > heal
 * }</pre>
 *
 * <p>Steps of a scenario begin with {@code >}, comments with {@code #}; what follows a step was
 * caused by it, or happened after it.
 */
public final class TraceText {
  private TraceText() {}

  /** One event, on one line without its line break. */
  public static String of(TraceEvent event) {
    if (event instanceof TraceEvent.Command step) {
      return "> " + step.command();
    } else if (event instanceof TraceEvent.Fault fault) {
      return "> " + FaultText.of(fault.event());
    } else if (event instanceof TraceEvent.Note note) {
      return "# " + note.text();
    }
    return time(event.timeNanos()) + "  " + text(event);
  }

  private static String text(TraceEvent event) {
    return event instanceof TraceEvent.MessageEnded message
        ? text(message)
        : text(((TraceEvent.Operation) event).op());
  }

  private static String text(TraceEvent.MessageEnded event) {
    return event.message().src()
        + (event.loss().isPresent() ? " -x " : " -> ")
        + event.message().dest()
        + "  "
        + event.message().bodyJson()
        + "  (sent at "
        + millis(event.sentNanos())
        + event.loss().map(LossReason::label).map(reason -> ", lost: " + reason).orElse("")
        + ")";
  }

  private static String text(Op op) {
    String subject = op.isClient() ? "process " + op.process() + " on " + op.node() : "nemesis";
    return subject
        + ": "
        + op.type().label()
        + " "
        + op.f()
        + " "
        + Edn.print(op.value())
        + (op.error() == null ? "" : " " + Edn.print(op.error()));
  }

  private static String time(long nanos) {
    return String.format(Locale.ROOT, "%12s ms", millis(nanos));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
  }
}
