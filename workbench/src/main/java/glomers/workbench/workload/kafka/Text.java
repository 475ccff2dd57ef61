package glomers.workbench.workload.kafka;

import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parts of sentences. */
final class Text {
  private static final int LISTED_MAX = 8;

  private Text() {}

  /** Such as {@code message 5 of key "1"}. */
  static String message(Message message) {
    return "message " + Edn.print(message.value) + " of key " + Edn.print(message.key);
  }

  /** Such as {@code n0 at 1.204 s}. */
  static String at(Op op) {
    return op.node() + " at " + seconds(op);
  }

  /** Such as {@code 1.204 s}. */
  static String seconds(Op op) {
    return format("%.3f s", op.timeNanos() / 1e9);
  }

  /** The messages, separated by commas; not all if they are many. */
  static String list(List<Message> messages) {
    String listed =
        messages.stream()
            .limit(LISTED_MAX)
            .map(message -> Edn.print(message.value))
            .collect(Collectors.joining(", "));
    return messages.size() > LISTED_MAX
        ? format("%s, … (%,d in all)", listed, messages.size())
        : listed;
  }

  /** Formats independently of where the program runs. */
  static String format(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }

  /** The sentence with its first letter in upper case. */
  static String capitalized(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
