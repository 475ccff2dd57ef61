package glomers.workbench.report.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser, without a window. Where there is none, tests that need it are skipped, loudly;
 * with {@code CI=true} they fail.
 */
final class Browser implements AutoCloseable {
  private static final String MISSING =
      "REPORT PAGE NOT TESTED: there is no Chromium and chromedriver; install them, such as by"
          + " apt-get install chromium chromium-driver, or name them by -Dglomers.browser=FILE and"
          + " the PATH";
  private static final Duration READY_MAX = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open() {
    Optional<Path> browser =
        Stream.of(System.getProperty("glomers.browser"), System.getenv("CHROME_BIN"))
            .filter(name -> name != null)
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .or(() -> onPath("chromium", "chromium-browser", "google-chrome"));
    Optional<Path> service = onPath("chromedriver");
    if (browser.isEmpty() || service.isEmpty()) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(MISSING);
      }
      System.err.println(MISSING);
      Assumptions.abort(MISSING);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.get().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // which root needs
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
        "--window-size=1300,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    // Both paths are given, so that nothing is looked for on the network.
    ChromeDriverService driver =
        new ChromeDriverService.Builder().usingDriverExecutable(service.get().toFile()).build();
    return new Browser(new ChromeDriver(driver, options));
  }

  private static Optional<Path> onPath(String... names) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(f -> Path.of(f, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a file, with the part of its address behind #, and waits until it is drawn. */
  void show(Path file, String hash) {
    driver.get("about:blank");
    driver.get(file.toUri() + (hash.isEmpty() ? "" : "#" + hash));
    new WebDriverWait(driver, READY_MAX)
        .until(any -> "true".equals(run("return document.documentElement.dataset.ready")));
    frame();
  }

  /** Waits until what has changed is drawn. */
  void frame() {
    ((JavascriptExecutor) driver)
        .executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 350)");
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** A phone of 390 by 844 points, on which one taps. */
  void phone() {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
  }

  void scheme(String name) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
  }

  /** What the browser has to complain of since the last call. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  void picture(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
