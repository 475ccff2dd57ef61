package glomers.workbench.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decimals as Maelstrom, and most readers of JSON, see them. */
final class Decimals {
  private Decimals() {}

  /**
   * The value with each exact decimal, at any depth, rounded to a double: two that differ only in
   * what a double can't hold are the same to a reader that uses doubles.
   */
  static Object rounded(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.doubleValue();
    } else if (value instanceof List<?> list) {
      List<Object> rounded = new ArrayList<>();
      list.forEach(element -> rounded.add(rounded(element)));
      return rounded;
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> rounded = new LinkedHashMap<>();
      map.forEach((key, element) -> rounded.put(key, rounded(element)));
      return rounded;
    }
    return value;
  }
}
