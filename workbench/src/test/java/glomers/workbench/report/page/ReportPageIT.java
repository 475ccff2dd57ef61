package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.history.Op;
import glomers.workbench.network.LossReason;
import glomers.workbench.run.Flood;
import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import glomers.workbench.workload.register.LinKvOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Looks at reports in a real browser, from file:. */
class ReportPageIT {
  private static final String HOSTILE =
      "</script><script>document.title='hacked'</script><img src=x onerror=alert(1)>\u2028"
          + "\u202eevil\ud83d\ude00\u0000&amp;{{title}}";

  @TempDir private static Path folder;
  private static Browser browser;
  private static Path lossy;

  /** The same run with its shortest form. */
  private static Path short3b;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.open();
    SimulatedRun run =
        Simulation.of(Flood::new)
            .workload("broadcast")
            .nodes(5)
            .rate(20)
            .latency(Duration.ofMillis(50))
            .timeLimit(Duration.ofSeconds(12))
            .nemesis("partition")
            .nemesisInterval(Duration.ofSeconds(4))
            .noSwarm()
            .seed(3)
            .run();
    assertThat(run.isValid()).isFalse();
    lossy = folder.resolve("lossy.html");
    write(run, Optional.empty(), lossy);
    short3b = folder.resolve("short.html");
    write(run, run.shrink(text -> {}).run(), short3b);
  }

  private static void write(SimulatedRun run, Optional<ShortestRun> shortest, Path file)
      throws IOException {
    ReportPage.write(
        Reports.of(
                run.options(),
                run.outcome(),
                run.result(),
                run.recorded().recording().orElseThrow(),
                "simulate",
                "simulate --seed 3",
                Map.of(),
                List.of())
            .with(shortest.map(ShortRun::of)),
        file);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void drawsWithoutComplaints() {
    browser.show(lossy, "");
    assertThat(browser.complaints()).isEmpty();
    for (String canvas : List.of("operations-canvas", "messages-canvas")) {
      assertThat(colours(canvas)).as(canvas).isGreaterThan(3);
    }
    assertThat(browser.run("return document.querySelectorAll('#overview-chart path').length"))
        .asString()
        .matches("[1-9]\\d+");
    assertThat(text("#messages-note")).contains("messages in view").doesNotContain(" 0 of them");
  }

  /** How many colours a picture has. */
  private static long colours(String canvas) {
    return (Long)
        browser.run(
            """
            const c = document.getElementById(arguments[0]);
            const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
            const all = new Set();
            for (let i = 0; i < d.length; i += 4) all.add((d[i] << 16) + (d[i + 1] << 8) + d[i + 2]);
            return all.size;
            """,
            canvas);
  }

  private static String text(String selector) {
    return browser.driver().findElement(By.cssSelector(selector)).getText();
  }

  private static String hash() {
    return (String) browser.run("return location.hash");
  }

  @Test
  void findingShowsItsMessages() {
    browser.show(lossy, "");
    WebElement link = browser.driver().findElement(By.cssSelector("#findings a.show"));
    link.click();
    browser.frame();
    assertThat(hash()).contains("finding=1").contains("v=");
    assertThat(browser.run("return R.marks.size")).asString().matches("[1-9]\\d*");
    assertThat(text("#value-view")).contains("lost", "partition");
    String window = hash();
    browser.show(lossy, window.substring(1));
    assertThat(hash()).isEqualTo(window);
    assertThat(browser.run("return R.state.finding")).isEqualTo(1L);
    assertThat(browser.complaints()).isEmpty();
  }

  @Tag("thorough")
  @Test
  void addressBringsViewBack() {
    browser.show(lossy, "t=4.1-4.6&v=37&q=lost&step=1");
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
    browser.show(lossy, "t=1-3");
    WebElement body = browser.driver().findElement(By.tagName("body"));
    body.sendKeys("j");
    browser.frame();
    String first = text("#detail");
    assertThat(first).contains("→").contains("sent at");
    body.sendKeys("j");
    browser.frame();
    assertThat(text("#detail")).isNotEqualTo(first);
    body.sendKeys("k");
    browser.frame();
    assertThat(text("#detail")).isEqualTo(first);
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
    browser.show(lossy, "t=1-1.5");
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
    assertThat(hash()).contains("m=");
    assertThat(text("#detail")).contains("→").contains("{\"type\":");
  }

  @Test
  void phoneNeedsNoSidewaysScrolling() {
    browser.phone();
    try {
      browser.show(short3b, "finding=1");
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
      assertThat(colours("messages-canvas")).isGreaterThan(3);
    } finally {
      browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Tag("thorough")
  @Test
  void bothThemesAreReadable() {
    for (String scheme : List.of("light", "dark")) {
      browser.scheme(scheme);
      browser.show(lossy, "finding=1");
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
    Path file = folder.resolve("hostile.html");
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
    assertThat(text("#findings li")).contains("</script><script>document.title='hacked'");
    browser.show(file, "m=1");
    assertThat(text("#detail")).contains("</script><script>document.title='hacked'");
    assertThat(browser.run("return document.images.length")).isEqualTo(0L);
    assertThat(browser.complaints()).isEmpty();
  }

  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  @Tag("thorough")
  @Test
  void manyMessagesAreDrawnAsDensity() throws IOException {
    Path file = folder.resolve("many.html");
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
    assertThat(text("#messages-note")).startsWith("100,000 messages in view").contains("zoom in");
    assertThat(colours("messages-canvas")).isGreaterThan(3);
    browser.show(file, "t=10-10.1");
    assertThat(text("#messages-note")).doesNotContain("zoom in");
    assertThat(browser.complaints()).isEmpty();
  }

  private static Path reportOf(String name, History history, Finding... findings)
      throws IOException {
    return reportOf(name, history, new Recordings(), findings);
  }

  private static Path reportOf(
      String name, History history, Recordings recordings, Finding... findings) throws IOException {
    Path file = folder.resolve(name + ".html");
    ReportPage.write(
        new ReportInput(
            name,
            "invalid",
            "",
            "",
            1,
            List.of(findings),
            Map.of(),
            "",
            history,
            recordings.recording(),
            List.of("n0", "n1", "n2"),
            3,
            Map.of(),
            List.of(),
            "",
            Optional.empty()),
        file);
    return file;
  }

  private static String drawing() {
    return (String) browser.run("return document.querySelector('#anomaly .drawing').textContent");
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
    browser.show(reportOf("cycle", history, cycle), "finding=1");
    assertThat(text("#anomaly")).contains("Finding 1: G0", "T1 before T2 before T1: a cycle.");
    assertThat(drawing())
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
    browser.show(reportOf("register", history, unexplained), "finding=1");
    assertThat(drawing()).contains("✕ read 4", "write 3").doesNotContain("write 1", "[6 1]");
    assertThat(text("#anomaly .caption")).contains("Key 5 could only hold 3, or nil before ✕");
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
    browser.show(reportOf("log", history, twice), "finding=1");
    assertThat(drawing()).contains("send 100 at offset 0", "poll 101 at offset 0");
    assertThat(text("#anomaly .caption")).startsWith("Log k1: offset over time");
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
    Path file = reportOf("instant", history, recordings);
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
    assertThat(text("#window")).isEqualTo("0.000 s to 0.001 s");
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
    browser.show(reportOf("many-findings", history, many.toArray(Finding[]::new)), "");
    assertThat(text("#findings"))
        .contains("lost: no value may be lost (Maelstrom's rule)")
        .contains("60 cases; the first: value 1 is lost.", "59 more cases", "1 more rule")
        .contains("(stricter than Maelstrom, which lets this pass)")
        .doesNotContain("value 2 is lost", "case of b");
    browser.driver().findElement(By.cssSelector("#findings li summary")).click();
    assertThat(text("#finding-50")).contains("value 47 is lost");
    assertThat(text("#findings")).contains("and 13 more: see the results at the end");
  }

  @Test
  void firstScreenTellsAndDrawsTheShortestRun() {
    browser.show(short3b, "");
    assertThat(browser.complaints()).isEmpty();
    assertThat(text("#findings")).contains("lost: ", "(Maelstrom's rule)", "; the first: ");
    assertThat(text("#replay")).isEqualTo("simulate --seed 3");
    WebElement picture = browser.driver().findElement(By.cssSelector("#shortest svg.spacetime"));
    assertThat(picture.getRect().getY()).isLessThan(700);
    assertThat(text("#shortest svg")).containsPattern("broadcast \\d+").contains("partition");
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
    browser.show(lossy, "");
    assertThat(browser.driver().findElements(By.id("shortest"))).isEmpty();
    assertThat(browser.run("return R.state.finding")).isEqualTo(1L);
    assertThat(text("#anomaly")).contains("Finding 1: lost");
    assertThat(browser.driver().findElement(By.id("anomaly")).getRect().getY()).isLessThan(700);
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
    browser.show(reportOf("labels", history, recordings), "");
    assertThat(browser.run("return [R.label(0), R.label(1)]"))
        .asString()
        .isEqualTo("[send k [7 {a:2}], x " + "y".repeat(25) + "…]");
  }
}
