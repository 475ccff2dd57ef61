package glomers.workbench.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A server of runs on some free port, and one who looks at it. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final RunServer server;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Browser(Path store) throws IOException {
    server = RunServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), store);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
    return send(method, path, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
    return send("GET", path, HttpResponse.BodyHandlers.ofInputStream());
  }

  private <T> HttpResponse<T> send(String method, String path, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    URI address = URI.create(server.address() + path.substring(1));
    return client.send(
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        handler);
  }

  /** The status of the answer to this request, which is sent as it is written here. */
  String statusOf(String requestLine) throws IOException {
    return answer(requestLine + "\r\nHost: localhost\r\n\r\n")
        .substring(0, "HTTP/1.1 404".length());
  }

  /** The answer's head to this text. */
  String answer(String request) throws IOException {
    try (Socket socket = send(request)) {
      StringBuilder head = new StringBuilder();
      InputStream in = socket.getInputStream();
      for (int c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
        head.append((char) c);
      }
      return head.toString();
    }
  }

  /** Sends this text, and leaves the rest to others. */
  Socket send(String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  @Override
  public void close() {
    server.close();
  }
}
