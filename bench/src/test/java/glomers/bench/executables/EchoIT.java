package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packaged executable, through its standard streams. */
class EchoIT {
  private static final Program ECHO = Program.of(Workspace.executable("echo"));
  private static final String INIT =
      """
      {"id":0,"src":"c0","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]}}
      """;
  private static final String INIT_OK =
      """
      {"src":"n0","dest":"c0","body":{"type":"init_ok","in_reply_to":1}}
      """;

  private static final List<String> VALUES =
      List.of(
          "1",
          "1.0",
          "-0",
          "12345678901234567890",
          "0.1000000000000000055511151231257827",
          "1e400",
          "null",
          "true",
          "\"Please echo 35\"",
          "\"\\\"\\\\ ü 漢 😀\"",
          "[]",
          "[[1,[2]],{}]",
          "{\"b\":1,\"a\":{\"type\":\"echo\"},\"c\":[null]}");

  @Test
  void anyJsonValueComesBackUnchanged() {
    String requests =
        forEach(
            """
            {"id":1,"src":"c1","dest":"n0","body":{"echo":%s,"type":"echo","msg_id":7}}
            """);
    String replies =
        forEach(
            """
            {"src":"n0","dest":"c1","body":{"type":"echo_ok","in_reply_to":7,"echo":%s}}
            """);
    Program.Outcome outcome = ECHO.run(INIT + requests);
    assertThat(outcome.output()).isEqualTo(INIT_OK + replies);
    assertThat(outcome.exitStatus()).isZero();
  }

  private static String forEach(String line) {
    return VALUES.stream().map(line::formatted).collect(Collectors.joining());
  }

  @Test
  void logsLinesThatAreNoMessages() {
    Program.Outcome outcome =
        ECHO.run(
            "rubbish\n{\"src\":\"c1\"\n\n"
                + INIT
                + """
                {"src":"c1","dest":"n0","body":{"type":"echo","msg_id":1}}
                {"src":"c1","dest":"n0","body":{"type":"nonsense","msg_id":2}}
                {"src":"c1","dest":"n0","body":{"type":"echo","msg_id":3,"echo":"still there"}}
                {"src":"c1","dest":"n0","body":{"type":"echo","ms""");
    assertThat(outcome.lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo(INIT_OK.strip()),
            line -> assertThat(line).contains("\"code\":12", "\\\"echo\\\" is missing"),
            line -> assertThat(line).contains("\"code\":10", "nonsense"),
            line -> assertThat(line).contains("\"in_reply_to\":3", "still there"));
    assertThat(outcome.errors()).contains("skipped a line", "rubbish");
    assertThat(outcome.exitStatus()).isZero();
  }

  @Test
  void aLineOfTenMegabytesIsAnswered() {
    String huge = "x".repeat(10_000_000);
    Program.Outcome outcome =
        ECHO.run(
            INIT
                + "{\"src\":\"c1\",\"dest\":\"n0\",\"body\":{\"type\":\"echo\",\"msg_id\":1,\"echo\":\""
                + huge
                + "\"}}\n");
    assertThat(outcome.lines()).hasSize(2);
    assertThat(outcome.lines().get(1)).hasSizeGreaterThan(huge.length()).endsWith("x\"}}");
  }

  @Test
  void logsMessagesToStandardErrorOnRequest() {
    Program.Outcome outcome = ECHO.with("GLOMERS_LOG", "debug").run(INIT);
    assertThat(outcome.output()).isEqualTo(INIT_OK);
    assertThat(outcome.errors()).contains("DEBUG", "received", "sent", "initialised as n0");
  }

  @Test
  void aWrongLogLevelIsComplainedOf() {
    Program.Outcome outcome = ECHO.with("GLOMERS_LOG", "loud").run(INIT);
    assertThat(outcome.output()).isEqualTo(INIT_OK);
    assertThat(outcome.errors()).contains("GLOMERS_LOG=loud", "debug");
  }
}
