package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside of the store is served. Beside it lies a secret, and a folder of a like name. */
@Timeout(60)
class RunServerLimitsTest {
  @TempDir private Path directory;
  private Path store;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    store = Files.createDirectory(directory.resolve("store"));
    Files.createDirectories(store.resolve("echo"));
    Files.writeString(store.resolve("echo/a.txt"), "a");
    Files.writeString(directory.resolve("secret.txt"), "secret");
    Files.createDirectory(directory.resolve("store-2"));
    Files.writeString(directory.resolve("store-2/secret.txt"), "secret");
    browser = new Browser(store);
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/echo/../../secret.txt",
        "/../store-2/secret.txt",
        "/../",
        "/..",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/echo/%2e%2e/%2e%2e/secret.txt",
        "/echo/..%2f..%2fsecret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/echo/a.txt%00.html",
        "/missing"
      })
  void whatLiesOutsideIsNotThere(String path) throws IOException {
    assertThat(browser.statusOf("GET " + path + " HTTP/1.1")).isEqualTo("HTTP/1.1 404");
  }

  @Test
  void servesPathsThatReturnIntoStore() throws IOException {
    assertThat(browser.statusOf("GET /echo/../echo/a.txt HTTP/1.1")).isEqualTo("HTTP/1.1 200");
    assertThat(browser.statusOf("GET /echo/%61.txt HTTP/1.1")).isEqualTo("HTTP/1.1 200");
  }

  @Test
  void redirectsNameNoOtherServer() throws IOException {
    assertThat(browser.answer("GET http://localhost//echo HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 301")
        .contains("Location: /echo/\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "localhost:8080, 200",
    "127.0.0.1:80, 200",
    "[::1]:80, 200",
    "evil.example, 403",
    "evil.example:8080, 403",
    "127.0.0.1.evil.example, 403",
    "'', 403"
  })
  void onlyNamesOfThisMachineAreAnswered(String host, int status) throws IOException {
    assertThat(browser.answer("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status);
  }

  @Test
  void aServerIsKnownByTheNameThatItListensOn() {
    assertThat(new HostCheck("My.Host").allows("my.host:8080")).isTrue();
    assertThat(new HostCheck("0.0.0.0").allows("my.host:8080")).isFalse();
    assertThat(new HostCheck("0.0.0.0").allows(null)).isFalse();
  }

  /** Of requests without end, bodies that never come, and pages that nobody reads. */
  @Test
  void slowClientsKeepNobodyWaiting() throws Exception {
    Files.write(store.resolve("large"), new byte[10_000_000]);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        slow.add(browser.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: "));
        slow.add(browser.send("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"));
        slow.add(browser.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      }
      assertThat(browser.get("/echo/a.txt").body()).isEqualTo("a");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void linksThatLeadOutsideAreNotFollowed() throws Exception {
    Files.createSymbolicLink(store.resolve("file"), directory.resolve("secret.txt"));
    Files.createSymbolicLink(store.resolve("folder"), directory.resolve("store-2"));
    Files.createSymbolicLink(store.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(store.resolve("dangling"), Path.of("nowhere"));
    for (String path :
        new String[] {"/file", "/folder/", "/folder/secret.txt", "/up/secret.txt", "/dangling"}) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void linksWithinTheStoreAreFollowed() throws Exception {
    Files.createSymbolicLink(store.resolve("latest"), Path.of("echo"));
    assertThat(browser.get("/latest/a.txt").body()).isEqualTo("a");
  }

  @Test
  void servesStoreThatIsLink() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), store);
    try (Browser other = new Browser(link)) {
      assertThat(other.get("/echo/a.txt").body()).isEqualTo("a");
      assertThat(other.statusOf("GET /../secret.txt HTTP/1.1")).isEqualTo("HTTP/1.1 404");
    }
  }
}
