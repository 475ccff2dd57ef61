package glomers.bench.report;

import java.util.Locale;

/** Formats numbers: three significant digits, and separators between thousands. */
final class Figures {
  private Figures() {}

  static String format(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) || size >= 99.95) { // which would be rounded to 100.0
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    int decimals = size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
