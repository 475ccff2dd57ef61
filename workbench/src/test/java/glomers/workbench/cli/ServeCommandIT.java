package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServeCommandIT {
  @TempDir private Path directory;

  @Test
  void printsAddressAndServesRuns() throws Exception {
    WorkbenchProcess serve =
        WorkbenchProcess.start(List.of("serve", "--port", "0", "--store", directory.toString()));
    String line = serve.readUntil(" are at http://127.0.0.1:");
    assertThat(line).startsWith("The runs in " + directory).endsWith("/ (Ctrl-C to end)");
    URI address = URI.create(line.replaceFirst(".* are at (\\S+) .*", "$1"));
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("There are none yet");
    serve.interrupt();
    assertThat(serve.await()).isEqualTo(128 + 15);
  }
}
