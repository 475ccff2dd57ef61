package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.network.LossReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What a reader of a report sees first, in a real browser, from file:. */
class ReportFirstScreenIT {
  private static final String HOSTILE =
      "</script><script>document.title='hacked'</script><img src=x onerror=alert(1)>\u2028"
          + "\u202eevil\ud83d\ude00\u0000&amp;{{title}}";

  private static ReportPages pages;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    pages = ReportPages.open();
    browser = pages.browser();
  }

  @Test
  void firstScreenTellsAndDrawsTheShortestRun() {
    browser.show(pages.short3b, "");
    assertThat(browser.complaints()).isEmpty();
    assertThat(pages.text("#findings")).contains("lost: ", "(Maelstrom's rule)", "; the first: ");
    assertThat(pages.text("#replay")).isEqualTo("simulate --seed 3");
    WebElement picture = browser.driver().findElement(By.cssSelector("#shortest svg.spacetime"));
    assertThat(picture.getRect().getY()).isLessThan(700);
    assertThat(pages.text("#shortest svg")).containsPattern("broadcast \\d+").contains("partition");
    assertThat(
            browser.run(
                "return getComputedStyle(document.querySelector('.spacetime .lost')).stroke"))
        .isEqualTo("rgb(194, 71, 0)");
    WebElement source = browser.driver().findElement(By.id("source"));
    assertThat(source.isDisplayed()).isFalse();
    browser.driver().findElement(By.cssSelector("#test summary")).click();
    assertThat(source.getText()).startsWith("@Test").contains("scenario.assertHolds(\"lost\");");
    WebElement copy = browser.driver().findElement(By.cssSelector("#test .copy"));
    copy.click();
    assertThat(copy.getText()).isEqualTo("Copied");
    assertThat(browser.run("return [R.state.finding, location.hash]"))
        .asString()
        .isEqualTo("[null, ]");
  }

  @Tag("thorough")
  @Test
  void withoutShortestRunTheFirstFindingIsShown() {
    browser.show(pages.lossy, "");
    assertThat(browser.driver().findElements(By.id("shortest"))).isEmpty();
    assertThat(browser.run("return R.state.finding")).isEqualTo(1L);
    assertThat(pages.text("#anomaly")).contains("Finding 1: lost");
    assertThat(browser.driver().findElement(By.id("anomaly")).getRect().getY()).isLessThan(700);
  }

  @Test
  void findingShowsItsMessages() {
    browser.show(pages.lossy, "");
    WebElement link = browser.driver().findElement(By.cssSelector("#findings a.show"));
    link.click();
    browser.frame();
    assertThat(pages.hash()).contains("finding=1").contains("v=");
    assertThat(browser.run("return R.marks.size")).asString().matches("[1-9]\\d*");
    assertThat(pages.text("#value-view")).contains("lost", "partition");
    String window = pages.hash();
    browser.show(pages.lossy, window.substring(1));
    assertThat(pages.hash()).isEqualTo(window);
    assertThat(browser.run("return R.state.finding")).isEqualTo(1L);
    assertThat(browser.complaints()).isEmpty();
  }

  @Tag("thorough")
  @Test
  void gathersFindingsByRule() throws IOException {
    List<Finding> many = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      many.add(
          Finding.invalid(Rule.of("lost", "no value may be lost"), "value " + i + " is lost."));
    }
    for (String rule : List.of("b", "c", "d")) {
      many.add(1, Finding.invalid(Rule.stricter(rule, ""), "case of " + rule));
    }
    History history = new HistoryBuilder().call(0, "read", null, 1L).build();
    browser.show(pages.reportOf("many-findings", history, many.toArray(Finding[]::new)), "");
    assertThat(pages.text("#findings"))
        .contains("lost: no value may be lost (Maelstrom's rule)")
        .contains("60 cases; the first: value 1 is lost.", "59 more cases", "1 more rule")
        .contains("(stricter than Maelstrom, which lets this pass)")
        .doesNotContain("value 2 is lost", "case of b");
    browser.driver().findElement(By.cssSelector("#findings li summary")).click();
    assertThat(pages.text("#finding-50")).contains("value 47 is lost");
    assertThat(pages.text("#findings")).contains("and 13 more: see the results at the end");
  }

  @Tag("thorough")
  @Test
  void hostileTextStaysText() throws IOException {
    String long1 = HOSTILE + "x".repeat(1_000_000);
    String json = "{\"type\":" + new JsonPrimitive(HOSTILE) + ",\"echo\":" + quoted(long1) + "}";
    Recordings recordings =
        new Recordings()
            .arrived(1, "c1", "n0", json)
            .lost(2, "n0", "n1", json, LossReason.PARTITION);
    HistoryBuilder history =
        new HistoryBuilder().at(1).invoke(0, HOSTILE, HOSTILE).ok(0, HOSTILE).invoke(1, "a", long1);
    Finding finding =
        Finding.invalid(Rule.of(HOSTILE, HOSTILE), HOSTILE)
            .withNodes(List.of(HOSTILE))
            .withValues(List.of(HOSTILE));
    Path file = pages.file("hostile.html");
    ReportPage.write(
        new ReportInput(
            HOSTILE,
            "invalid",
            HOSTILE,
            HOSTILE,
            1,
            List.of(finding),
            Map.of(HOSTILE, 1.0),
            HOSTILE,
            history.build(),
            recordings.recording(),
            List.of("n0", "n1"),
            2,
            Map.of("n0", List.of(HOSTILE)),
            List.of(HOSTILE),
            HOSTILE,
            Optional.empty()),
        file);
    browser.show(file, "");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.driver().getTitle()).startsWith("</script>");
    assertThat(pages.text("#findings li")).contains("</script><script>document.title='hacked'");
    browser.show(file, "m=1");
    assertThat(pages.text("#detail")).contains("</script><script>document.title='hacked'");
    assertThat(browser.run("return document.images.length")).isEqualTo(0L);
    assertThat(browser.complaints()).isEmpty();
  }

  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }
}
