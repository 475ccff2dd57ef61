package glomers.workbench.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * Serves the store as web pages: a list of the runs, two of them side by side, and their files.
 * Serves no file outside the store, neither through {@code ..} nor through links, and changes
 * nothing. Pages and pictures of the store are shown in a sandbox, as anyone may have written them:
 * their scripts run, but reach nothing else.
 */
public final class RunServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json; charset=utf-8");
  private static final String TEXT = "text/plain; charset=utf-8";

  /** A page of a run may run scripts of its own, as an origin of its own. */
  private static final String SANDBOX = "sandbox allow-scripts";

  /** The lists that this server makes need nothing but their style. */
  private static final String OWN_PAGE = "default-src 'none'; style-src 'unsafe-inline'";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Path store;
  private final HostCheck hosts;

  private RunServer(HttpServer server, ExecutorService threads, Path store, HostCheck hosts) {
    this.server = server;
    this.threads = threads;
    this.store = store;
    this.hosts = hosts;
  }

  /**
   * Begins to serve, on threads of its own.
   *
   * @param store need not exist yet
   * @throws IOException if the address can't be listened on
   */
  public static RunServer start(InetSocketAddress address, Path store) throws IOException {
    ServerLimits.apply();
    HttpServer http = HttpServer.create(address, 0);
    ExecutorService threads = ServerLimits.threads();
    HostCheck hosts = new HostCheck(address.getHostString());
    RunServer server = new RunServer(http, threads, store.toAbsolutePath().normalize(), hosts);
    http.setExecutor(threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** Its address. */
  public URI address() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!hosts.allows(exchange.getRequestHeaders().getFirst("Host"))) {
        respond(exchange, 403, TEXT, bytes("This server is not known by the name in Host.\n"));
        return;
      }
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        respond(exchange, 405, TEXT, bytes("Only GET is allowed here.\n"));
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/")) {
        respond(exchange, 200, TYPES.get("html"), bytes(listPage()));
        return;
      }
      if (path.equals("/compare")) {
        respond(exchange, 200, TYPES.get("html"), bytes(comparePage(exchange.getRequestURI())));
        return;
      }
      Optional<Path> file = find(path);
      if (file.isEmpty()) {
        respond(exchange, 404, TEXT, bytes("There is no " + path + " in the store.\n"));
      } else if (!Files.isDirectory(file.get())) {
        sendFile(exchange, file.get());
      } else if (path.endsWith("/")) {
        respond(exchange, 200, TYPES.get("html"), bytes(FolderPage.of(path, entries(file.get()))));
      } else {
        // One slash at its beginning: with two, it would name another server.
        String raw = exchange.getRequestURI().getRawPath().replaceFirst("^/+", "/");
        exchange.getResponseHeaders().set("Location", raw + "/");
        respond(exchange, 301, TEXT, bytes("See " + path + "/\n"));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String listPage() {
    return Files.isDirectory(store)
        ? RunListPage.of(new RunList(store).all())
        : RunListPage.withoutStore(store);
  }

  private String comparePage(URI address) {
    RunList runs = new RunList(store);
    Optional<RunList.Entry> a = parameter(address, "a").flatMap(runs::find);
    Optional<RunList.Entry> b = parameter(address, "b").flatMap(runs::find);
    return a.isPresent() && b.isPresent()
        ? ComparePage.of(runs, a.get(), b.get())
        : ComparePage.withoutRuns();
  }

  private static Optional<String> parameter(URI address, String name) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    return Stream.of(query.split("&"))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }

  /** The file of this path, if it lies within the store when all links are followed. */
  private Optional<Path> find(String path) {
    try {
      Path real = store.resolve(path.replaceFirst("^/+", "")).toRealPath();
      return real.startsWith(store.toRealPath()) ? Optional.of(real) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void sendFile(HttpExchange exchange, Path file) throws IOException {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    exchange.getResponseHeaders().set("Content-Security-Policy", SANDBOX);
    // Of any length: the log of a run that goes on grows while it is sent.
    if (!head(exchange, 200, TYPES.getOrDefault(ending, TEXT), 0)) {
      try (OutputStream out = exchange.getResponseBody()) {
        Files.copy(file, out);
      }
    }
  }

  private static void respond(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Security-Policy", OWN_PAGE);
    if (!head(exchange, status, type, body.length)) {
      exchange.getResponseBody().write(body);
    }
  }

  /**
   * Sends all but the body.
   *
   * @param length how long the body is; 0 if that will show
   * @return whether that was all that was asked for
   */
  private static boolean head(HttpExchange exchange, int status, String type, long length)
      throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    // A browser must not run what a node has printed as a page or a script.
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, head ? -1 : length);
    return head;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
