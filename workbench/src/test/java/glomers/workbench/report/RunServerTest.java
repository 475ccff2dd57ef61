package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RunServerTest {
  @TempDir private Path directory;
  private Path store;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    store = Files.createDirectory(directory.resolve("store"));
    browser = new Browser(store);
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  private Path run(String path, RunSummary summary) throws IOException {
    Path folder = Files.createDirectories(store.resolve(path));
    new RunFolder(folder).writeSummary(summary);
    return folder;
  }

  @Test
  void runsAreListedNewestFirstWithTheirVerdicts() throws Exception {
    run("echo/a", Summaries.of("echo", "2020-03-01T12:00:00Z", "valid"));
    run("broadcast/b", Summaries.of("broadcast", "2020-03-03T12:00:00Z", "invalid"));
    run("unique-ids/c", Summaries.running(ProcessHandle.current().pid(), Instant.now()));
    run("unique-ids/d", Summaries.of("unique-ids", "2020-03-02T12:00:00Z", "running"));
    HttpResponse<String> page = browser.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.body())
        .containsSubsequence(
            ">unique-ids/c</a>",
            ">running</span>",
            "<a href=\"broadcast/b/\">broadcast/b</a>",
            "<span class=\"verdict invalid\">invalid</span>",
            "1,234",
            "1,200",
            "8.13",
            "href=\"broadcast/b/results.edn\"",
            "<code>-w broadcast</code>",
            ">unique-ids/d</a>",
            ">interrupted</span>",
            ">echo/a</a>",
            ">valid</span>");
  }

  @Test
  void listsNeitherLinksNorFoldersWithoutSummary() throws Exception {
    run("echo/a", Summaries.of("echo", "2026-03-01T12:00:00Z", "valid"));
    Files.createSymbolicLink(store.resolve("latest"), Path.of("echo/a"));
    Files.createSymbolicLink(store.resolve("echo/link"), Path.of("a"));
    Files.createDirectories(store.resolve("echo/empty"));
    Files.createDirectories(store.resolve("echo/odd"));
    Files.writeString(store.resolve("echo/odd/run.json"), "{}");
    assertThat(browser.get("/").body()).containsOnlyOnce("<tr><td").contains("echo/a");
  }

  @Test
  void aStoreThatIsMissingHasNoRuns() throws Exception {
    try (Browser other = new Browser(directory.resolve("missing"))) {
      assertThat(other.get("/").statusCode()).isEqualTo(200);
      assertThat(other.get("/").body())
          .contains("There is no folder <code>" + directory.resolve("missing"))
          .contains("--store");
      assertThat(other.get("/echo/").statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "results.edn, text/plain; charset=utf-8",
    "n0.log, text/plain; charset=utf-8",
    "README, text/plain; charset=utf-8",
    "timeline.html, text/html; charset=utf-8",
    "MESSAGES.SVG, image/svg+xml",
    "rate.png, image/png",
    "run.json, application/json; charset=utf-8"
  })
  void filesAreServedWithTheTypeOfTheirEnding(String name, String type) throws Exception {
    Files.createDirectories(store.resolve("echo/a"));
    Files.writeString(store.resolve("echo/a").resolve(name), "content of " + name + " → ü\n");
    HttpResponse<String> file = browser.get("/echo/a/" + name);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("content of " + name + " → ü\n");
    assertThat(file.headers().firstValue("Content-Type")).contains(type);
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.headers().firstValue("Content-Security-Policy"))
        .contains("sandbox allow-scripts");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void anEmptyFileIsServedEmpty() throws Exception {
    Files.createFile(store.resolve("empty.txt"));
    assertThat(browser.get("/empty.txt").statusCode()).isEqualTo(200);
    assertThat(browser.get("/empty.txt").body()).isEmpty();
  }

  /** The log of a run that goes on does. */
  @Test
  void servesGrowingFileWhole() throws Exception {
    Path log = Files.write(store.resolve("n0.log"), new byte[40_000_000]);
    try (InputStream body = browser.open("/n0.log").body()) {
      int first = body.readNBytes(1_000).length;
      Files.writeString(log, "x".repeat(100_000), StandardOpenOption.APPEND);
      long rest = body.transferTo(java.io.OutputStream.nullOutputStream());
      assertThat(first + rest).isGreaterThanOrEqualTo(40_000_000);
    }
  }

  @Test
  void listsFilesOfFolderInOrder() throws Exception {
    Path folder = Files.createDirectories(store.resolve("echo/a"));
    List<String> names = List.of("a b.txt", "b&<c>\".txt", "c:d%20.txt", "ü+.txt");
    for (String name : names) {
      Files.writeString(folder.resolve(name), "content of " + name);
    }
    Files.createDirectory(folder.resolve("node-logs"));
    HttpResponse<String> page = browser.get("/echo/a/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.body())
        .containsSubsequence(
            "<a href=\"a%20b.txt\">a b.txt</a>",
            "b&amp;&lt;c&gt;&quot;.txt</a>",
            "c:d%20.txt</a>",
            "<a href=\"node-logs/\">node-logs/</a>",
            "ü+.txt</a>")
        .doesNotContain("<c>");
    List<String> links =
        page.body().lines().filter(line -> line.startsWith("<li>")).toList().stream()
            .map(line -> line.replaceFirst(".*href=\"([^\"]*)\".*", "$1"))
            .filter(link -> !link.endsWith("/"))
            .toList();
    for (int i = 0; i < names.size(); i++) {
      assertThat(browser.get("/echo/a/" + links.get(i)).body())
          .isEqualTo("content of " + names.get(i));
    }
  }

  @Test
  void redirectsFolderWithoutSlash() throws Exception {
    Files.createDirectories(store.resolve("my runs"));
    HttpResponse<String> answer = browser.get("/my%20runs");
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains("/my%20runs/");
  }

  @Test
  void textOfRunsIsEscaped() throws Exception {
    run("echo/a", Summaries.withText("<script>alert('1')</script> & \"more\"\nnot shown"));
    assertThat(browser.get("/").body())
        .doesNotContain("<script>")
        .doesNotContain("not shown</div>")
        .contains(
            "<div class=\"note\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp;"
                + " &quot;more&quot;</div>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void nothingButReadingIsAllowed(String method) throws Exception {
    Path file = Files.writeString(store.resolve("a.txt"), "a");
    HttpResponse<String> answer = browser.send(method, "/a.txt");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(file).hasContent("a");
  }

  @Test
  void headIsGetWithoutABody() throws Exception {
    Files.writeString(store.resolve("a.json"), "{}");
    HttpResponse<String> file = browser.send("HEAD", "/a.json");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEmpty();
    assertThat(file.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    assertThat(browser.send("HEAD", "/").statusCode()).isEqualTo(200);
    assertThat(browser.send("HEAD", "/missing").statusCode()).isEqualTo(404);
  }

  @Test
  void whenItIsClosedNobodyAnswers() throws Exception {
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    browser.close();
    assertThatThrownBy(() -> browser.get("/")).isInstanceOf(IOException.class);
  }

  @Test
  void listRefreshesWhileTestRuns() throws Exception {
    Path done = run("echo/a", Summaries.of("echo", "2020-03-01T12:00:00Z", "valid"));
    assertThat(browser.get("/").body())
        .contains("href=\"echo/a/report.html\"")
        .doesNotContain("http-equiv=\"refresh\"");
    Path running = run("echo/b", Summaries.running(ProcessHandle.current().pid(), Instant.now()));
    new RunFolder(running).writeProgress("3 of 20 s · <active>: partition");
    new RunFolder(done).writeProgress("left behind");
    assertThat(browser.get("/").body())
        .contains("http-equiv=\"refresh\"", "3 of 20 s · &lt;active&gt;: partition")
        .doesNotContain("left behind");
  }

  @Test
  void comparesFiguresAndOptionsOfTwoRuns() throws Exception {
    Path a = run("echo/a", Summaries.of("echo", "2020-03-01T12:00:00Z", "valid"));
    Path b = run("g-set/<b>", Summaries.of("g-set", "2020-03-02T12:00:00Z", "invalid"));
    Files.writeString(a.resolve("results.edn"), "{:net {:all {:msg-count 1200}}, :valid? true}");
    Files.writeString(b.resolve("results.edn"), "{:net {:all {:msg-count 1250.5}}, :x [1]}");
    HttpResponse<String> page = browser.get("/compare?a=echo%2Fa&b=g-set%2F%3Cb%3E");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(page.body())
        .contains(
            "<tr class=\"differs\"><td>verdict</td><td>valid</td><td>invalid</td>",
            "<td>-w</td><td>echo</td><td>g-set</td>",
            "<td>:net :all :msg-count</td><td>1,200</td><td>1,251</td><td class=\"number\">50.50",
            "b: <a href=\"g-set/%3Cb%3E/report.html\">g-set/&lt;b&gt;</a>")
        .doesNotContain("<b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/compare",
        "/compare?a=echo/a",
        "/compare?a=echo/a&b=../x",
        "/compare?a=%00&b=%00"
      })
  void asksForTwoRunsToCompare(String path) throws Exception {
    run("echo/a", Summaries.of("echo", "2020-03-01T12:00:00Z", "valid"));
    assertThat(browser.get(path).body()).contains("Mark one run under a");
  }
}
