package glomers.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0         | 0
          1         | 1
          45        | 45
          1300      | 1,300
          1234567   | 1,234,567
          2077.4    | 2,077
          123.4     | 123
          82.919    | 82.9
          4.953     | 4.95
          1.5       | 1.50
          0.1563    | 0.156
          0.0034    | 0.003
          -0.25     | -0.250
          -12.34    | -12.3
          -1234.5   | -1,235
          """)
  void threeDigitsCountAndThousandsAreSetOff(double value, String text) {
    assertThat(Figures.format(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "99.96,   100",
    "99.94,   99.9",
    "9.996,   10.0",
    "9.994,   9.99",
    "0.9996,  1.00",
    "0.9994,  0.999",
    "-99.96, -100"
  })
  void roundingUpAddsNoDigit(double value, String text) {
    assertThat(Figures.format(value)).isEqualTo(text);
  }

  @Test
  void figuresLookTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figures.format(1234.5)).isEqualTo("1,235");
      assertThat(Figures.format(1.5)).isEqualTo("1.50");
    } finally {
      Locale.setDefault(before);
    }
  }
}
