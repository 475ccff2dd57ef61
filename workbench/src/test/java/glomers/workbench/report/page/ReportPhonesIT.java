package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report on the screen of a phone, and in both themes, in a real browser. */
class ReportPhonesIT {
  private static ReportPages pages;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    pages = ReportPages.open();
    browser = pages.browser();
  }

  @Test
  void phoneNeedsNoSidewaysScrolling() {
    browser.phone();
    try {
      browser.show(pages.short3b, "finding=1");
      assertThat(
              browser.run(
                  """
                  return [...document.querySelectorAll('body *:not(.scroll *)')]
                    .filter(e => e.getBoundingClientRect().right > 390.5)
                    .map(e => e.outerHTML.slice(0, 120)).slice(0, 5).join(' | ');
                  """))
          .isEqualTo("");
      assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      assertThat(pages.colours("messages-canvas")).isGreaterThan(3);
    } finally {
      browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Tag("thorough")
  @Test
  void bothThemesAreReadable() {
    for (String scheme : List.of("light", "dark")) {
      browser.scheme(scheme);
      browser.show(pages.lossy, "finding=1");
      assertThat((Double) contrast("mute")).as(scheme).isGreaterThan(4.5);
      for (String mark : List.of("ok", "info", "fail", "server", "client", "mark")) {
        assertThat((Double) contrast(mark)).as(scheme + " " + mark).isGreaterThan(3);
      }
      assertThat((Double) contrast("ink")).as(scheme).isGreaterThan(7);
    }
    browser.scheme("light");
  }

  /** The contrast of a colour to the paper, after WCAG 2. */
  private static Object contrast(String name) {
    return browser.run(
        """
        const light = name => {
          const hex = R.colour(name).slice(1);
          const wide = hex.length === 3 ? [...hex].map(c => c + c).join('') : hex;
          const parts = [0, 2, 4].map(i => parseInt(wide.slice(i, i + 2), 16) / 255)
            .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        const pair = [light('paper'), light(arguments[0])].sort((a, b) => b - a);
        return (pair[0] + 0.05) / (pair[1] + 0.05) + 1e-9;
        """,
        name);
  }
}
