package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.history.Op;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import glomers.workbench.workload.register.LinKvOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A report's pictures in a real browser, and the keys and clicks that lead through them. */
class ReportPicturesIT {
  private static ReportPages pages;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    pages = ReportPages.open();
    browser = pages.browser();
  }

  @Test
  void drawsWithoutComplaints() {
    browser.show(pages.lossy, "");
    assertThat(browser.complaints()).isEmpty();
    for (String canvas : List.of("operations-canvas", "messages-canvas")) {
      assertThat(pages.colours(canvas)).as(canvas).isGreaterThan(3);
    }
    assertThat(browser.run("return document.querySelectorAll('#overview-chart path').length"))
        .asString()
        .matches("[1-9]\\d+");
    assertThat(pages.text("#messages-note"))
        .contains("messages in view")
        .doesNotContain(" 0 of them");
  }

  @Test
  void labelsOfFaultsDoNotCoverEachOther() {
    browser.show(pages.lossy, "");
    assertThat(
            browser.run(
                """
                const all = [...document.querySelectorAll('#overview-chart text.fault')]
                  .map(label => label.getBoundingClientRect());
                return all.length > 0 && all.every((one, i) => all.every((other, j) =>
                  i === j || one.right <= other.left || other.right <= one.left));
                """))
        .isEqualTo(true);
    assertThat(pages.text("#window")).matches("\\d+\\.\\d{3} s to \\d+\\.\\d{3} s");
  }

  @Tag("thorough")
  @Test
  void addressBringsViewBack() {
    browser.show(pages.lossy, "t=4.1-4.6&v=37&q=lost&step=1");
    assertThat(browser.run("return [R.state.t0, R.state.t1, R.state.v, R.state.q, R.state.step]"))
        .asString()
        .isEqualTo("[4100000, 4600000, 37, lost, true]");
    assertThat(
            browser.run(
                "return R.visible.length > 0 && R.visible.every(r => R.data.messages.loss[r] > 0)"))
        .isEqualTo(true);
  }

  @Tag("thorough")
  @Test
  void keyboardStepsThroughMessages() {
    browser.show(pages.lossy, "t=1-3");
    WebElement body = browser.driver().findElement(By.tagName("body"));
    body.sendKeys("j");
    browser.frame();
    String first = pages.text("#detail");
    assertThat(first).contains("→").contains("sent at");
    body.sendKeys("j");
    browser.frame();
    assertThat(pages.text("#detail")).isNotEqualTo(first);
    body.sendKeys("k");
    browser.frame();
    assertThat(pages.text("#detail")).isEqualTo(first);
    body.sendKeys("/");
    assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
        .isEqualTo("filter");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    browser.frame();
    assertThat(browser.driver().findElement(By.id("detail")).isDisplayed()).isFalse();
    WebElement canvas = browser.driver().findElement(By.id("messages-canvas"));
    canvas.sendKeys(Keys.ARROW_UP);
    browser.frame();
    assertThat((Double) browser.run("return (R.state.t1 - R.state.t0) / 2e6"))
        .isBetween(0.55, 0.65);
  }

  @Tag("thorough")
  @Test
  void clickOnAnArrowTellsTheMessage() {
    browser.show(pages.lossy, "t=1-1.5");
    browser.run(
        """
        const canvas = document.getElementById('messages-canvas');
        const box = canvas.getBoundingClientRect();
        canvas.scrollIntoView();
        for (let y = 20; y < canvas.clientHeight && R.state.m === null; y += 3) {
          for (let x = 80; x < canvas.clientWidth && R.state.m === null; x += 7) {
            const at = canvas.getBoundingClientRect();
            canvas.dispatchEvent(new MouseEvent('click',
              {bubbles: true, clientX: at.x + x, clientY: at.y + y}));
          }
        }
        """);
    browser.frame();
    assertThat(pages.hash()).contains("m=");
    assertThat(pages.text("#detail")).contains("→").contains("{\"type\":");
  }

  @Tag("thorough")
  @Test
  void manyMessagesAreDrawnAsDensity() throws IOException {
    Path file = pages.file("many.html");
    Recordings recordings = new Recordings();
    for (int i = 0; i < 100_000; i++) {
      String body =
          "{\"type\":\"gossip\",\"messages\":[" + i + "," + i / 2 + "],\"msg_id\":" + i + "}";
      recordings.arrived(i / 5, "n" + i % 25, "n" + (i + 1 + i / 25 % 24) % 25, body);
    }
    List<String> nodes = java.util.stream.IntStream.range(0, 25).mapToObj(i -> "n" + i).toList();
    ReportPage.write(
        new ReportInput(
            "many",
            "valid",
            "",
            "",
            1,
            List.of(),
            Map.of(),
            "",
            new HistoryBuilder().build(),
            recordings.recording(),
            nodes,
            25,
            Map.of(),
            List.of(),
            "",
            Optional.empty()),
        file);
    assertThat(Files.size(file)).isLessThan(6_000_000);
    browser.show(file, "");
    assertThat(pages.text("#messages-note"))
        .startsWith("100,000 messages in view")
        .contains("zoom in");
    assertThat(pages.colours("messages-canvas")).isGreaterThan(3);
    browser.show(file, "t=10-10.1");
    assertThat(pages.text("#messages-note")).doesNotContain("zoom in");
    assertThat(browser.complaints()).isEmpty();
  }

  @Tag("thorough")
  @Test
  void drawsCyclesWithTheirReasons() throws IOException {
    History history =
        new HistoryBuilder()
            .at(1)
            .invoke(0, "txn", "[[:w 1 7]]")
            .invoke(1, "txn", "[[:w 1 8]]")
            .at(20)
            .ok(0)
            .ok(1)
            .build();
    List<Op> ops = history.ops();
    Finding cycle =
        Finding.invalid(Rule.of("G0", ""), "T1 before T2 before T1: a cycle.")
            .withOps(ops)
            .with(
                new Exhibit.Transactions(
                    List.of(
                        new Exhibit.Named("T1", ops.get(0), "[w 1 7]"),
                        new Exhibit.Named("T2", ops.get(1), "[w 1 8]")),
                    List.of(1L),
                    List.of(
                        new Exhibit.Edge(ops.get(0), ops.get(1), "ww", "key 1: 7 → 8"),
                        new Exhibit.Edge(ops.get(1), ops.get(0), "rw", "key 2: 3 → 4"))));
    browser.show(pages.reportOf("cycle", history, cycle), "finding=1");
    assertThat(pages.text("#anomaly"))
        .contains("Finding 1: G0", "T1 before T2 before T1: a cycle.");
    assertThat(pages.drawing())
        .contains("T1: \"[[:w 1 7]]\"", "T2: \"[[:w 1 8]]\"", "ww key 1: 7 → 8", "rw key 2: 3 → 4");
    assertThat(browser.complaints()).isEmpty();
  }

  @Tag("thorough")
  @Test
  void drawsFirstOperationThatNoOrderExplains() throws IOException {
    History history =
        new HistoryBuilder()
            .at(1)
            .call(0, "write", new LinKvOp.Write(5, 3), new LinKvOp.Write(5, 3))
            .call(0, "write", new LinKvOp.Write(6, 1), new LinKvOp.Write(6, 1))
            .at(10)
            .call(1, "read", new LinKvOp.Read(5, null), new LinKvOp.Read(5, 4L))
            .build();
    Finding unexplained =
        Finding.invalid(Rule.of("linearizable", ""), "n1 answered a read with 4.")
            .withOps(history.ops().subList(4, 6))
            .with(new Exhibit.Register(5L, history.ops().get(4), Arrays.asList(3L, null)));
    browser.show(pages.reportOf("register", history, unexplained), "finding=1");
    assertThat(pages.drawing()).contains("✕ read 4", "write 3").doesNotContain("write 1", "[6 1]");
    assertThat(pages.text("#anomaly .caption"))
        .contains("Key 5 could only hold 3, or nil before ✕");
    assertThat(browser.complaints()).isEmpty();
  }

  @Tag("thorough")
  @Test
  void drawsOffsetsOfLog() throws IOException {
    History history =
        new HistoryBuilder()
            .call(0, "send", new Send("k1", 100L, null), new Send("k1", 100L, 0L))
            .call(
                1,
                "poll",
                Poll.REQUEST,
                new Poll(Map.of("k1", List.of(new Entry(0L, 100L), new Entry(0L, 101L)))))
            .build();
    Finding twice =
        Finding.invalid(Rule.of("inconsistent-offsets", ""), "Offset 0 of k1 holds 100 and 101.")
            .withValues(List.of(101L))
            .with(new Exhibit.Log("k1"));
    browser.show(pages.reportOf("log", history, twice), "finding=1");
    assertThat(pages.drawing()).contains("send 100 at offset 0", "poll 101 at offset 0");
    assertThat(pages.text("#anomaly .caption")).startsWith("Log k1: offset over time");
    assertThat(browser.complaints()).isEmpty();
  }

  @Tag("thorough")
  @Test
  void runThatTakesNoTimeIsShownInSteps() throws IOException {
    Recordings recordings =
        new Recordings()
            .arrived(0, "c1", "n0", "{\"type\":\"broadcast\"}")
            .arrived(0, "n0", "n1", "{\"type\":\"gossip\"}")
            .arrived(0, "n1", "n0", "{\"type\":\"gossip_ok\"}")
            .arrived(0, "n0", "n1", "{\"type\":\"gossip\"}");
    History history = new HistoryBuilder().call(0, "broadcast", 1L, 1L).build();
    Path file = pages.reportOf("instant", history, recordings);
    browser.show(file, "");
    assertThat(browser.run("return [R.state.step, document.getElementById('step').checked]"))
        .asString()
        .isEqualTo("[true, true]");
    assertThat(linesBetweenFirstNodes()).describedAs("arrows side by side").isEqualTo(3);
    browser.driver().findElement(By.id("step")).click();
    browser.frame();
    assertThat(browser.run("return R.state.step")).isEqualTo(false);
    browser.show(file, "step=0");
    assertThat(browser.run("return R.state.step")).isEqualTo(false);
    assertThat(pages.text("#window")).isEqualTo("0.000 s to 0.001 s");
    assertThat(browser.complaints()).isEmpty();
  }

  /** How many lines cross a row of pixels between the lanes of n0 and n1, clear of labels. */
  private static long linesBetweenFirstNodes() {
    return (Long)
        browser.run(
            """
            const c = document.getElementById('messages-canvas');
            const ratio = c.width / c.clientWidth;
            const lane = (c.clientHeight - 30) / 4;
            const y = Math.round((22 + 1.7 * lane) * ratio);
            const row = c.getContext('2d').getImageData(0, y, c.width, 1).data;
            let lines = 0;
            let inside = false;
            for (let x = 0; x < c.width; x++) {
              const drawn = row[4 * x + 3] > 40;
              if (drawn && !inside) lines++;
              inside = drawn;
            }
            return lines;
            """);
  }

  @Tag("thorough")
  @Test
  void arrowsOfMessagesSayTheirValues() throws IOException {
    Recordings recordings =
        new Recordings()
            .arrived(
                1,
                "c1",
                "n0",
                "{\"type\":\"send\",\"msg_id\":1,\"key\":\"k\",\"msg\":[7,{\"a\":2}]}")
            .arrived(2, "n0", "n1", "{\"type\":\"x\",\"text\":\"" + "y".repeat(40) + "\"}");
    History history = new HistoryBuilder().call(0, "send", 1L, 1L).build();
    browser.show(pages.reportOf("labels", history, recordings), "");
    assertThat(browser.run("return [R.label(0), R.label(1)]"))
        .asString()
        .isEqualTo("[send k [7 {a:2}], x " + "y".repeat(25) + "…]");
  }
}
