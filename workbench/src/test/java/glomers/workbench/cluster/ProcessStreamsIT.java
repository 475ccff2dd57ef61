package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes whose streams outlive them, or that outlive their streams: each takes a few seconds. */
@Timeout(60)
class ProcessStreamsIT {
  @TempDir private Path directory;

  @Test
  void reportsNodeThatClosesItsOutput() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "echo one; exec 1>&-; exec cat >/dev/null").start("n0")) {
      NodeFailure failure = nodes.awaitFailure();
      assertThat(nodes.lines).containsExactly("one");
      assertThat(failure.problem()).isEqualTo("has closed its standard output but runs on");
      assertThat(failure.remedy()).isEqualTo("keep standard output open");
    }
  }

  @Test
  void reportsExitDespiteOpenOutputOfChild() throws Exception {
    try (ScriptNodes nodes = ScriptNodes.of(directory, "sleep 3 & echo one; exit 4").start("n0")) {
      NodeFailure failure = nodes.awaitFailure();
      assertThat(nodes.lines).containsExactly("one");
      assertThat(failure.problem()).startsWith("exited with status 4");
    }
  }
}
