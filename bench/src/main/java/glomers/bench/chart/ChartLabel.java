package glomers.bench.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * Text at a point of a chart. XChart's own annotations share one colour, and are centred on their
 * point. The text is drawn as outlines, like all text in XChart's SVG, so that it looks the same in
 * every viewer.
 */
final class ChartLabel extends Annotation {
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private final String text;
  private final double x;
  private final double y;
  private final Color colour;

  /** The fraction of the text that is on the left of the point. */
  private double left;

  private double right;
  private double down;

  /** A label that starts at this point, in the chart's units. */
  ChartLabel(String text, double x, double y, Color colour) {
    super(false);
    this.text = text;
    this.x = x;
    this.y = y;
    this.colour = colour;
  }

  /** Centres the text so many pixels below the point. */
  ChartLabel centred(double pixels) {
    left = 0.5;
    down = pixels;
    return this;
  }

  /** Starts the text so many pixels to the right of the point. */
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
