package glomers.protocol.json;

import java.util.Locale;
import java.util.Set;

/**
 * The numbers that Java keeps in a fixed size. A number that does not fit is refused, never
 * truncated.
 */
final class SizedNumbers {
  private static final Set<Class<?>> BOXES =
      Set.of(Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class);

  private SizedNumbers() {}

  static boolean has(Class<?> type) {
    return BOXES.contains(type)
        || (type.isPrimitive() && type != boolean.class && type != char.class);
  }

  /** Whether a type that {@link #has} accepts holds whole numbers only. */
  static boolean isWhole(Class<?> type) {
    return !type.getName().toLowerCase(Locale.ROOT).matches("(java\\.lang\\.)?(float|double)");
  }

  /** How large the whole numbers of a type may be. */
  static int bits(Class<?> type) {
    return switch (type.getName()) {
      case "byte", "java.lang.Byte" -> Byte.SIZE;
      case "short", "java.lang.Short" -> Short.SIZE;
      case "int", "java.lang.Integer" -> Integer.SIZE;
      default -> Long.SIZE;
    };
  }

  /**
   * Reads a number of JSON.
   *
   * @throws NumberFormatException if it is none of this type: it is too large, or has a fraction or
   *     an exponent where a whole number is wanted
   */
  static Number parse(String text, Class<?> type) {
    return switch (type.getName()) {
      case "byte", "java.lang.Byte" -> Byte.valueOf(text);
      case "short", "java.lang.Short" -> Short.valueOf(text);
      case "int", "java.lang.Integer" -> Integer.valueOf(text);
      case "long", "java.lang.Long" -> Long.valueOf(text);
      case "float", "java.lang.Float" -> finite(Float.valueOf(text));
      case "double", "java.lang.Double" -> finite(Double.valueOf(text));
      default -> throw new IllegalArgumentException(type + " has no fixed size");
    };
  }

  private static Number finite(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      throw new NumberFormatException("infinite");
    }
    return number;
  }
}
