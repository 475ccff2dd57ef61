package glomers.workbench.edn;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders any values of EDN, mixed ones too: nil, booleans, numbers, keywords, strings, lists, sets,
 * maps; numbers by value, collections by size first. Of different numbers none are equal here,
 * though {@code 1} and {@code 1.0} are neighbours.
 */
public enum EdnOrder implements Comparator<Object> {
  /** The order. */
  INSTANCE;

  @Override
  public int compare(Object a, Object b) {
    int rank = rank(a);
    if (rank != rank(b)) {
      return Integer.compare(rank, rank(b));
    }
    return switch (rank) {
      case 0 -> 0;
      case 1 -> Boolean.compare((Boolean) a, (Boolean) b);
      case 2 -> compareNumbers((Number) a, (Number) b);
      case 3 -> ((Keyword) a).name().compareTo(((Keyword) b).name());
      case 4 -> ((String) a).compareTo((String) b);
      case 5 -> compareLists(list(a), list(b));
      case 6 -> compareLists(sorted((Set<?>) a), sorted((Set<?>) b));
      default -> compareMaps((Map<?, ?>) a, (Map<?, ?>) b);
    };
  }

  private static int rank(Object value) {
    if (value == null) {
      return 0;
    } else if (value instanceof Boolean) {
      return 1;
    } else if (value instanceof Number) {
      return 2;
    } else if (value instanceof Keyword) {
      return 3;
    } else if (value instanceof String) {
      return 4;
    } else if (value instanceof List || value instanceof Seq) {
      return 5;
    } else if (value instanceof Set) {
      return 6;
    } else if (value instanceof Map) {
      return 7;
    }
    throw new IllegalArgumentException("no value of EDN: " + value.getClass().getName());
  }

  private static int compareNumbers(Number a, Number b) {
    int bySide = Double.compare(beyond(a), beyond(b));
    if (bySide != 0) {
      return bySide;
    }
    int byValue = beyond(a) == 0 ? decimal(a).compareTo(decimal(b)) : 0;
    return byValue != 0
        ? byValue
        : a.getClass().getSimpleName().compareTo(b.getClass().getSimpleName());
  }

  /** 0 for a finite number, else the number itself, which no decimal can hold. */
  private static double beyond(Number number) {
    boolean floating = number instanceof Double || number instanceof Float;
    return floating && !Double.isFinite(number.doubleValue()) ? number.doubleValue() : 0;
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    } else if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    } else if (number instanceof Double || number instanceof Float) {
      return new BigDecimal(number.doubleValue());
    }
    return BigDecimal.valueOf(number.longValue());
  }

  private static List<?> list(Object value) {
    return value instanceof Seq seq ? seq.values() : (List<?>) value;
  }

  private static int compareLists(List<?> a, List<?> b) {
    int order = Integer.compare(a.size(), b.size());
    for (int i = 0; order == 0 && i < a.size(); i++) {
      order = INSTANCE.compare(a.get(i), b.get(i));
    }
    return order;
  }

  private static int compareMaps(Map<?, ?> a, Map<?, ?> b) {
    List<Object> keysOfA = sorted(a.keySet());
    List<Object> keysOfB = sorted(b.keySet());
    int order = compareLists(keysOfA, keysOfB);
    return order != 0 ? order : compareLists(values(a, keysOfA), values(b, keysOfB));
  }

  private static List<Object> sorted(Set<?> set) {
    List<Object> values = new ArrayList<>(set);
    values.sort(INSTANCE);
    return values;
  }

  private static List<Object> values(Map<?, ?> map, List<Object> keys) {
    List<Object> values = new ArrayList<>();
    keys.forEach(key -> values.add(map.get(key)));
    return values;
  }
}
