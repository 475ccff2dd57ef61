package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.PartJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that end the process which simulates them. */
class ExitInSimulationIT {
  @TempDir private Path folder;

  private WorkbenchProcess simulate(String exit) throws Exception {
    String source =
        PartJar.GOOD
            .replace("request -> new EchoOk", "request -> { " + exit + " return new EchoOk")
            .replace("echo()));", "echo()); });");
    Path jar = PartJar.make(folder, source, "part.Main");
    return WorkbenchProcess.start(
        List.of("simulate", "--bin", jar.toString(), "-w", "echo", "--seeds", "4"));
  }

  @Test
  void refusesServersThatCallExit() throws Exception {
    WorkbenchProcess workbench = simulate("System.exit(0);");
    assertThat(workbench.await()).isEqualTo(Main.BROKEN);
    assertThat(workbench.text()).contains("Server.new calls System.exit, which ends the process");
  }

  @Test
  void namesTheCallThatNobodyCouldSee() throws Exception {
    WorkbenchProcess workbench =
        simulate(
            "try { System.class.getMethod(\"exit\", int.class).invoke(null, 0); }"
                + " catch (ReflectiveOperationException e) { throw new RuntimeException(e); }");
    assertThat(workbench.await()).isEqualTo(Main.BROKEN);
    assertThat(workbench.text())
        .contains("the server has ended the process, by System.exit in\n")
        .containsPattern("part\\.Server\\.lambda\\$new\\$\\d+\\(Server\\.java:\\d+\\)");
  }

  /** A server whose constructor ends the process, before anything can be inspected. */
  static final class Leaver {
    Leaver(Node node) {
      System.exit(node.ids().size() - 1);
    }
  }

  /** What a test in JUnit does. */
  static final class LikeJUnit {
    private LikeJUnit() {}

    public static void main(String[] args) {
      Simulation.of(Leaver::new).workload("echo").nodes(1).run();
    }
  }

  @Test
  void namesTheCallInTests() throws Exception {
    WorkbenchProcess process = WorkbenchProcess.start(LikeJUnit.class, List.of());
    assertThat(process.await()).isEqualTo(Main.BROKEN);
    assertThat(process.text()).contains("ExitInSimulationIT$Leaver.<init>(ExitInSimulationIT.java");
  }
}
