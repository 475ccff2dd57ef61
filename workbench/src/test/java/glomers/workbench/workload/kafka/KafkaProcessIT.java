package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.cli.Main;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole test by the clock, of a node that is a process. */
@Timeout(60)
class KafkaProcessIT {
  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          System.getProperty("java.class.path"));

  @TempDir private Path directory;

  private String test(String... options) throws Exception {
    Path program =
        Files.writeString(
            directory.resolve("node.sh"),
            "#!/bin/sh\nexec '"
                + String.join("' '", JAVA)
                + "' "
                + LogProgram.class.getName()
                + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(JAVA);
    command.add(Main.class.getName());
    command.addAll(List.of("test", "-w", "kafka", "--bin", program.toString()));
    command.addAll(List.of("--store", directory.resolve("store").toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void correctProgramIsValid() throws Exception {
    String output =
        test(
            "--node-count=1",
            "--concurrency=2n",
            "--time-limit=2",
            "--rate=100",
            "--recovery-time=0",
            "--key-count=5",
            "--seed=1");
    assertThat(output).contains("Everything looks good!", ":worst-realtime-lag", ":error-types ()");
    assertThat(Files.readString(directory.resolve("store/latest/history.edn")))
        .contains(
            ":f :send, :value [[:send \"4\" 1]]",
            ":f :poll, :value [[:poll {\"",
            ":seek-to-beginning? true");
  }
}
