package glomers.workbench.report.picture;

import java.util.Locale;

/**
 * Writes elements of SVG. Coordinates have one decimal, so that the text is the same everywhere.
 */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  void line(String style, double x1, double y1, double x2, double y2) {
    out.append("<path class=\"").append(style).append("\" d=\"M").append(number(x1)).append(' ');
    out.append(number(y1)).append('L').append(number(x2)).append(' ').append(number(y2));
    out.append("\"/>\n");
  }

  void rectangle(String style, double x, double y, double width, double height) {
    out.append("<rect class=\"").append(style).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
    out.append("\" height=\"").append(number(height)).append("\"/>\n");
  }

  void dot(String style, double x, double y) {
    out.append("<circle class=\"").append(style).append("\" cx=\"").append(number(x));
    out.append("\" cy=\"").append(number(y)).append("\" r=\"3\"/>\n");
  }

  /**
   * A text.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  void text(String style, double x, double y, String anchor, String text) {
    out.append("<text class=\"").append(style).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\" text-anchor=\"").append(anchor);
    out.append("\">").append(escape(text)).append("</text>\n");
  }

  void raw(String text) {
    out.append(text);
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
