package glomers.workbench.report;

/** The frame that all pages share. */
final class Html {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --mute: #888; }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem;
             padding: 0 1rem; }
      h1 { font-size: 1.4rem; }
      table { border-collapse: collapse; width: 100%; }
      th { color: var(--mute); font-weight: 500; text-align: left; }
      th, td { border-bottom: 1px solid var(--line); padding: .45rem .7rem; vertical-align: top; }
      td.whole { white-space: nowrap; }
      td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
      code { font-size: .85em; overflow-wrap: anywhere; }
      .verdict { border-radius: 1rem; color: #fff; font-size: .85em; padding: .1rem .6rem; }
      .valid { background: #1b7f4b; } .invalid { background: #c0392b; }
      .unknown { background: #a06a00; } .crashed { background: #7d3c98; }
      .running { background: #2471a3; } .interrupted { background: #666; }
      .scroll { overflow-x: auto; } .differs { font-weight: 600; }
      .note { color: var(--mute); font-size: .85em; }
      """;

  private Html() {}

  /** A whole page. */
  static String page(String title, String body) {
    return page(title, body, "");
  }

  /** A page that loads itself again every other second. */
  static String refreshed(String title, String body) {
    return page(title, body, "<meta http-equiv=\"refresh\" content=\"2\">");
  }

  private static String page(String title, String body, String head) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + head
        + "<title>"
        + escape(title)
        + "</title><style>\n"
        + STYLE
        + "</style></head><body>\n<h1>"
        + escape(title)
        + "</h1>\n"
        + body
        + "</body></html>\n";
  }

  /** Text as it can stand in a page, and in an attribute's quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A link to this path, whose parts are unescaped names. */
  static String link(String path, String text) {
    String encoded =
        java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("%2F", "/");
    return "<a href=\"" + encoded + "\">" + escape(text) + "</a>";
  }
}
