package glomers.workbench.report.page;

import glomers.workbench.edn.Edn;

/** Finds a value in the text of a JSON body, without parsing that. */
final class JsonTokens {
  private static final String[] NUMBERING = {"\"msg_id\":", "\"in_reply_to\":"};

  private JsonTokens() {}

  /** How a number, string or truth value stands in JSON; other values as EDN prints them. */
  static String of(Object value) {
    return Edn.print(value);
  }

  /**
   * Whether a value of the body, at any depth, is this token. A number that only numbers the
   * message does not count, nor does the name of a field.
   */
  static boolean contains(String body, String token) {
    int from = body.indexOf(token);
    while (from >= 0) {
      if (isValue(body, from, from + token.length())) {
        return true;
      }
      from = body.indexOf(token, from + 1);
    }
    return false;
  }

  private static boolean isValue(String body, int from, int to) {
    if (from == 0 || to >= body.length()) {
      return false;
    }
    if ("[:,".indexOf(body.charAt(from - 1)) < 0 || ",]}".indexOf(body.charAt(to)) < 0) {
      return false;
    }
    for (String field : NUMBERING) {
      if (body.startsWith(field, from - field.length())) {
        return false;
      }
    }
    return true;
  }
}
