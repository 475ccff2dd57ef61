package glomers.workbench.edn;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Prints the values that hold no others. */
final class Scalars {
  /** So far from the point digits are written out; beyond, an exponent could ask for gigabytes. */
  private static final int PLAIN_SCALE_MAX = 400;

  private Scalars() {}

  static void append(StringBuilder out, Object value) {
    if (value == null) {
      out.append("nil");
    } else if (value instanceof String string) {
      appendString(out, string);
    } else if (value instanceof Double || value instanceof Float) {
      out.append(floating((Number) value));
    } else if (value instanceof BigDecimal decimal) {
      out.append(decimal(decimal));
    } else if (isInteger(value) || value instanceof Boolean || value instanceof Keyword) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no value of EDN: " + value.getClass().getName());
    }
  }

  private static boolean isInteger(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger;
  }

  private static String floating(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return "##NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "##Inf" : "##-Inf";
    }
    return number.toString();
  }

  private static String decimal(BigDecimal value) {
    if (Math.abs((long) value.scale()) > PLAIN_SCALE_MAX) {
      return value.toString();
    }
    String digits = value.toPlainString();
    // Without a point, it would look equal to an integer that it is not equal to.
    return value.scale() > 0 ? digits : digits + ".0";
  }

  private static void appendString(StringBuilder out, String string) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> appendCharacter(out, c, isHalf(string, i));
      }
    }
    out.append('"');
  }

  /** Whether it is one half of a surrogate pair without the other, which UTF-8 can't hold. */
  private static boolean isHalf(String string, int i) {
    char c = string.charAt(i);
    return Character.isHighSurrogate(c)
            && (i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1)))
        || Character.isLowSurrogate(c)
            && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
  }

  private static void appendCharacter(StringBuilder out, char c, boolean half) {
    // Text that a node sends ends up on a terminal: no escape sequences, no line separators.
    if (half || Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
