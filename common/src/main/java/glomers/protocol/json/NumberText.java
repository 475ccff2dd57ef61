package glomers.protocol.json;

import java.math.BigDecimal;

/** A number as it was written, for JSON trees. No digit is lost. */
final class NumberText extends Number {
  private static final long serialVersionUID = 1;

  private final String text;

  NumberText(String text) {
    this.text = text;
  }

  @Override
  public int intValue() {
    return (int) longValue();
  }

  @Override
  public long longValue() {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return new BigDecimal(text).longValue();
    }
  }

  @Override
  public float floatValue() {
    return Float.parseFloat(text);
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberText number && number.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
