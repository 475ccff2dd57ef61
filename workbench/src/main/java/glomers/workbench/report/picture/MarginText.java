package glomers.workbench.report.picture;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the margin of a picture.
 *
 * @param y the height of its first line, if that is free
 */
record MarginText(double y, List<String> lines) {
  /** The height of a line. */
  static final double LINE = 13;

  /**
   * The heights at which none of these texts covers another: from the top, each as high as may be.
   */
  static Map<MarginText, Double> places(List<MarginText> texts) {
    Map<MarginText, Double> places = new HashMap<>();
    double free = 0;
    for (MarginText text :
        texts.stream().sorted(Comparator.comparingDouble(MarginText::y)).toList()) {
      free = Math.max(free, text.y());
      places.put(text, free);
      free += LINE * text.lines().size();
    }
    return places;
  }
}
