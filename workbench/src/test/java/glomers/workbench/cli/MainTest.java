package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void helpNamesTheCommands() {
    Captured help = Captured.of("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("workbench").contains("test").contains("serve");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void fuzzHasAFormerNameThatNoHelpLists() {
    assertThat(Captured.of("--help").out()).contains("fuzz").doesNotContain("soak");
    assertThat(Captured.of("soak", "--help").out()).contains("workbench fuzz", "--lines");
  }

  @Test
  void helpNamesOptionsAndExitStatuses() {
    Captured help = Captured.of("test", "--help");
    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("--workload", "--bin", "--node-count", "--nodes", "--time-limit", "--rate")
        .contains("--concurrency", "--latency", "--latency-dist", "--nemesis", "--topology")
        .contains("--nemesis-interval", "--availability", "--test-count", "--log-stderr")
        .contains("--log-net-send", "--log-net-recv", "--seed", "--store", "--recovery-time")
        .containsPattern("254\\s+if\\s+it\\s+was\\s+called\\s+wrongly")
        .contains("Workloads:\n", "Default: 60", "Default: 5.0", "Default: 1n", "Default: store");
  }

  @Test
  void theVersionIsTold() {
    Captured version = Captured.of("--version");
    assertThat(version.status()).isZero();
    assertThat(version.out()).startsWith("workbench ");
  }

  @Test
  void withoutACommandItAsksForOne() {
    Captured nothing = Captured.of();
    assertThat(nothing.status()).isEqualTo(254);
    assertThat(nothing.err()).contains("Which command?").contains("workbench --help");
  }

  @Test
  void aCommandThatDoesNotExistIsRefused() {
    Captured unknown = Captured.of("tset");
    assertThat(unknown.status()).isEqualTo(254);
    assertThat(unknown.err()).contains("tset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536"})
  void aPortThatCanNotBeIsRefused(String port) {
    Captured serve = Captured.of("serve", "--port", port);
    assertThat(serve.status()).isEqualTo(254);
    assertThat(serve.err()).contains("--port " + port + ": must be from 0 to 65535");
  }

  @Test
  void namesPortInUseWithRemedy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Captured serve = Captured.of("serve", "--port", "" + taken.getLocalPort());
      assertThat(serve.status()).isEqualTo(254);
      assertThat(serve.err())
          .contains("can't listen on 127.0.0.1:" + taken.getLocalPort())
          .contains("is it in use? Choose another by --port");
    }
  }

  @Test
  void aHostThatDoesNotExistIsRefused() {
    Captured serve = Captured.of("serve", "--host", "host.invalid", "--port", "0");
    assertThat(serve.status()).isEqualTo(254);
    assertThat(serve.err()).contains("host.invalid").contains("--host");
  }
}
