package glomers.raft;

import java.util.List;

/** Draws the logs of some nodes at some moments, side by side, as SVG: a box per entry. */
final class LogsPicture {
  private static final int BOX = 26;
  private static final int LEFT = 34;
  private static final int GAP = 48;
  private static final int TOP = 44;
  private static final int ROW = 34;

  private static final String STYLE =
      """
      <style>
      text{font:13px system-ui,sans-serif}.ink{fill:#1b1b1b}.down{fill:#a33c00;font-size:11px}
      .paper{fill:#fff}.box{stroke:#595959}.t1{fill:#cfe6f5}.t2{fill:#fbe3b0}.t3{fill:#cdebd9}
      .t4{fill:#eed3e4}
      @media (prefers-color-scheme:dark){
      .paper{fill:#16181b}.ink{fill:#ececec}.box{stroke:#a9adb3}.down{fill:#ff8a4c}
      .t1{fill:#0b4a72}.t2{fill:#6b4a00}.t3{fill:#0b5a3a}.t4{fill:#6d2f57}}
      </style>
      """;

  private final List<String> nodes;
  private final int entries;
  private final StringBuilder shapes = new StringBuilder();
  private int moments;

  /**
   * An empty picture.
   *
   * @param nodes from top to bottom
   * @param entries how many a log has at most
   */
  LogsPicture(List<String> nodes, int entries) {
    this.nodes = List.copyOf(nodes);
    this.entries = entries;
    for (String node : nodes) {
      text("ink", 8, y(node), node);
    }
  }

  private int y(String node) {
    return TOP + nodes.indexOf(node) * ROW;
  }

  /**
   * Adds the logs as they are now.
   *
   * @param up the nodes that can talk with each other; the others are marked
   */
  void add(String title, List<Raft> rafts, List<String> up) {
    int left = LEFT + moments * (entries * BOX + GAP);
    text("ink", left, 20, title);
    for (Raft raft : rafts) {
      int y = y(raft.node.id());
      for (int index = 1; index <= raft.log.lastIndex(); index++) {
        long term = raft.log.term(index);
        int x = left + (index - 1) * BOX;
        shapes.append(
            "<rect class=\"box t%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
                .formatted(Math.min(4, term), x, y - 17, BOX, BOX - 2));
        text("ink", x + 9, y, Long.toString(term));
      }
      if (!up.contains(raft.node.id())) {
        text("down", left + raft.log.lastIndex() * BOX + 4, y, "cut off");
      }
    }
    moments++;
  }

  private void text(String style, int x, int y, String text) {
    shapes.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(style, x, y, text));
  }

  String svg(String description) {
    int width = LEFT + moments * (entries * BOX + GAP);
    int height = TOP + nodes.size() * ROW - 10;
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" role=\"img\">\n<desc>%s</desc>\n")
            .formatted(width, height, width, height, description)
        + STYLE
        + "<rect class=\"paper\" x=\"0\" y=\"0\" width=\"%d\" height=\"%d\"/>\n"
            .formatted(width, height)
        + shapes
        + "</svg>\n";
  }
}
