package glomers.workbench.report.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.edn.Edn;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands at the messages of a short run: the type and the values, with the names of fields
 * where numbers alone would not tell; the name that the finding has for a transaction; and of a
 * long transaction what the finding is about.
 */
public final class MessageLabels {
  private static final Set<String> LEFT_OUT = Set.of("type", "msg_id", "in_reply_to");

  /** Fields whose numbers could be anything. */
  private static final Set<String> NAMED =
      Set.of("offset", "offsets", "msgs", "key", "keys", "code");

  private static final int PAIRS_MAX = 2;

  private final OperationMessages operations;
  private final Map<Long, String> names = new HashMap<>();
  private final Set<String> keys = new HashSet<>();

  /**
   * Labels of a run.
   *
   * @param finding what is wrong with it; empty if nothing is known
   */
  public MessageLabels(List<TraceEvent> events, Optional<Finding> finding) {
    operations = new OperationMessages(events);
    for (Exhibit.Named txn : finding.map(Finding::named).orElse(List.of())) {
      names.put(txn.begun().index(), txn.name());
    }
    finding.map(Finding::keys).orElse(List.of()).forEach(key -> keys.add(Edn.print(key)));
  }

  /** What stands at a message of the run, in so many characters. */
  public String of(MessageEnded event, int charsMax) {
    String name =
        operations
            .operation(event)
            .map(op -> names.get(op.index()))
            .map(known -> known + " ")
            .orElse("");
    return name + body(event.message().body(), charsMax - name.length());
  }

  private String body(JsonObject body, int charsMax) {
    StringBuilder text = new StringBuilder(body.has("type") ? text(body.get("type")) : "");
    long count = body.keySet().stream().filter(field -> !LEFT_OUT.contains(field)).count();
    for (Map.Entry<String, JsonElement> field : body.entrySet()) {
      if (!LEFT_OUT.contains(field.getKey())) {
        text.append(' ')
            .append(field(field.getKey(), field.getValue(), count > 1, charsMax - text.length()));
      }
    }
    return text.length() <= charsMax ? text.toString() : text.substring(0, charsMax - 1) + "…";
  }

  private String field(String name, JsonElement value, boolean isOneOfSeveral, int charsMax) {
    if (value instanceof JsonArray txn && name.equals("txn")) {
      return txn(txn, charsMax);
    } else if (value instanceof JsonObject logs && name.equals("msgs")) {
      return logs.isEmpty() ? "nothing" : joined(logs, MessageLabels::messages);
    } else if (value instanceof JsonObject offsets && name.equals("offsets")) {
      return offsets.isEmpty()
          ? "nothing"
          : joined(offsets, offset -> "offset=" + BodyLabel.text(offset));
    }
    return (isOneOfSeveral || NAMED.contains(name) ? name + "=" : "") + text(value);
  }

  private interface OfKey {
    String text(JsonElement value);
  }

  private static String joined(JsonObject byKey, OfKey value) {
    return byKey.entrySet().stream()
        .map(each -> "key=" + each.getKey() + " " + value.text(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Pairs of an offset and a message. */
  private static String messages(JsonElement pairs) {
    List<String> offsets = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    if (pairs instanceof JsonArray list) {
      for (JsonElement each : list) {
        if (!(each instanceof JsonArray pair) || pair.size() != 2) {
          return "msgs=" + text(pairs);
        }
        offsets.add(text(pair.get(0)));
        messages.add(text(pair.get(1)));
      }
    }
    if (offsets.isEmpty()) {
      return "no msgs";
    }
    if (offsets.size() > PAIRS_MAX) {
      return "offsets="
          + offsets.get(0)
          + "…"
          + offsets.get(offsets.size() - 1)
          + " msgs="
          + String.join(" ", messages);
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < offsets.size(); i++) {
      texts.add("offset=" + offsets.get(i) + " msg=" + messages.get(i));
    }
    return String.join(" ", texts);
  }

  /** The operations of a transaction; of a long one those on the keys that the finding is about. */
  private String txn(JsonArray ops, int charsMax) {
    String all = text(ops);
    if (all.length() <= charsMax) {
      return all;
    }
    List<String> shown = new ArrayList<>();
    int left = 0;
    for (JsonElement op : ops) {
      if (isAboutKey(op)) {
        shown.add(more(left) + text(op));
        left = 0;
      } else {
        left++;
      }
    }
    String rest = left == 0 ? "" : " " + more(left).strip();
    return shown.isEmpty()
        ? "[" + ops.size() + " operations]"
        : "[" + String.join(" ", shown) + rest + "]";
  }

  private static String more(int left) {
    return left == 0 ? "" : "… " + left + " more … ";
  }

  private boolean isAboutKey(JsonElement op) {
    return op instanceof JsonArray triple
        && triple.size() > 1
        && keys.contains(triple.get(1).toString());
  }

  private static String text(JsonElement value) {
    return BodyLabel.text(value);
  }
}
