package glomers.broadcast;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * A text at a point of a chart. XChart's own are all of one colour, and lie on their point.
 *
 * <p>It is drawn as outlines, like all text in XChart's SVG: it looks the same wherever it is
 * shown.
 */
final class ChartLabel extends Annotation {
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private final String text;
  private final double x;
  private final double y;
  private final Color colour;

  /** What part of the text is on the left of the point. */
  private double left;

  private double right;
  private double down;

  /** A label that begins at this point, in the chart's units. */
  ChartLabel(String text, double x, double y, Color colour) {
    super(false);
    this.text = text;
    this.x = x;
    this.y = y;
    this.colour = colour;
  }

  /** Has its middle so many pixels below the point. */
  ChartLabel centred(double pixels) {
    left = 0.5;
    down = pixels;
    return this;
  }

  /** Has it begin so many pixels on the right of the point. */
  ChartLabel onTheRight(double pixels) {
    right = pixels;
    return this;
  }

  @Override
  public void paint(Graphics2D g) {
    Shape outline = new TextLayout(text, FONT, g.getFontRenderContext()).getOutline(null);
    Rectangle2D size = outline.getBounds2D();
    double begin = getXAxisScreenValue(x) + right - left * size.getWidth();
    double base = getYAxisScreenValue(y) + down + FONT.getSize2D() / 3;
    g.setColor(colour);
    g.fill(AffineTransform.getTranslateInstance(begin, base).createTransformedShape(outline));
  }
}
