package glomers.workbench.workload.kafka;

import static glomers.workbench.workload.kafka.Anomaly.Type.NONMONOTONIC_SEND;
import static glomers.workbench.workload.kafka.Anomaly.Type.NONMONOTONIC_SEND_OVER_ASSIGN;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.OpType;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import glomers.workbench.workload.kafka.KeyLog.Message;
import glomers.workbench.workload.kafka.Timeline.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what one process sends to a log one after the other stands there in this order. Sends of
 * different processes may end up in another order than that of time: servers that give out offsets
 * without asking one another need that.
 */
record SendRules(Anomaly.Cases anomalies, Timeline timeline) {
  /** A send, and whether an assign has come since that dropped its key. */
  private record LastSend(Event event, boolean assignedSince) {}

  void check() {
    timeline.processes().forEach(this::follow);
  }

  private void follow(List<Event> process) {
    Map<String, LastSend> lastSends = new HashMap<>();
    for (Event event : process) {
      if (event.completion().type() == OpType.FAIL) {
        continue;
      }
      if (event.what() instanceof Send send) {
        LastSend last = lastSends.put(send.key(), new LastSend(event, false));
        if (last != null) {
          compare(last, event);
        }
      } else if (event.what() instanceof Assign assign) {
        Set<String> kept = new HashSet<>(assign.keys());
        lastSends.replaceAll(
            (key, last) -> kept.contains(key) ? last : new LastSend(last.event, true));
      }
    }
  }

  private void compare(LastSend last, Event event) {
    Message from = message(last.event);
    Message to = message(event);
    int delta = from.distanceTo(to);
    if (delta < 1) {
      anomalies.add(
          last.assignedSince ? NONMONOTONIC_SEND_OVER_ASSIGN : NONMONOTONIC_SEND,
          -delta,
          () -> anomaly(from, to, last.event, event));
    }
  }

  private Message message(Event event) {
    Send send = (Send) event.what();
    return timeline.message(send.key(), send.message());
  }

  private static Anomaly anomaly(Message from, Message to, Event last, Event event) {
    return new Anomaly(
            Sentences.format(
                "One client (process %d) sent %s to %s and then message %s to %s, but the later one"
                    + " is at offset %d, not behind the earlier one at %d.",
                event.process(),
                from,
                last.completion().at(),
                Edn.print(to.value),
                event.completion().at(),
                to.offsets.get(to.offsets.size() - 1),
                from.offsets.get(from.offsets.size() - 1)),
            last.completion(),
            event.completion())
        .about(Arrays.asList(from.value, to.value))
        .with("key", from.key)
        .with("values", Arrays.asList(from.value, to.value))
        .with("delta", (Object) from.distanceTo(to))
        .with("ops", last.completion(), event.completion());
  }
}
