package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of sentences. */
final class Text {
  private static final int LISTED_MAX = 8;

  private Text() {}

  /** Such as {@code message 5 of key "1"}. */
  static String message(Message message) {
    return "message " + Edn.print(message.value) + " of key " + Edn.print(message.key);
  }

  /** The messages, separated by commas; not all if they are many. */
  static String list(List<Message> messages) {
    String listed =
        messages.stream()
            .limit(LISTED_MAX)
            .map(message -> Edn.print(message.value))
            .collect(Collectors.joining(", "));
    return messages.size() > LISTED_MAX
        ? Sentences.format("%s, … (%,d in all)", listed, messages.size())
        : listed;
  }

  /** The sentence with its first letter in upper case. */
  static String capitalized(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
