package glomers.workbench.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers within results. */
final class Figures {
  private static final int FIGURES_MAX = 500;

  private Figures() {}

  /** Each number, under the keys that lead to it; those within lists are left out. */
  static Map<String, Double> of(Object results) {
    Map<String, Double> figures = new LinkedHashMap<>();
    add(figures, "", results);
    return figures;
  }

  private static void add(Map<String, Double> figures, String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> add(figures, (path + " " + key).strip(), inner));
    } else if (value instanceof Number number && figures.size() < FIGURES_MAX) {
      figures.put(path, number.doubleValue());
    }
  }
}
