package glomers.workbench.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.protocol.ErrorCode;
import glomers.workbench.options.Workloads;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.ServerLoader;
import glomers.workbench.workload.WorkloadType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewPartTest {
  @TempDir private Path root;

  @BeforeEach
  void parent() throws IOException {
    Files.writeString(
        root.resolve("pom.xml"),
        "  <modules>\n    <module>echo</module>\n    <module>bench</module>\n  </modules>\n");
  }

  static List<WorkloadType> workloads() {
    return Workloads.all();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void compilesAndNamesTheHandlersToWrite(WorkloadType workload) throws IOException {
    Path server = new NewPart(root, "my-part", workload).write();
    assertThat(server).isRegularFile();
    assertThat(root.resolve("pom.xml"))
        .content()
        .contains(
            "<module>echo</module>\n    <module>my-part</module>\n    <module>bench</module>");
    SimulatedRun run =
        Simulation.of(ServerLoader.load(jar(compile())))
            .workload(workload.name())
            .timeLimit(Duration.ofSeconds(5))
            .run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.problem())
        .contains(ErrorCode.NOT_SUPPORTED.wireName())
        .contains("write Server.");
  }

  /** As the workspace's build does, warnings included. */
  private Path compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectory(root.resolve("classes"));
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(root.resolve("my-part/src"))) {
      List<Path> all = sources.filter(path -> path.toString().endsWith(".java")).toList();
      List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
      options.addAll(List.of("-Xlint:all,-path,-classfile", "-Werror"));
      options.addAll(List.of("-cp", System.getProperty("java.class.path")));
      boolean compiled =
          compiler
              .getTask(problems, files, null, options, null, files.getJavaFileObjectsFromPaths(all))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
    }
    return classes;
  }

  private Path jar(Path classes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "glomers.mypart.Main");
    Path jar = root.resolve("part.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
        Files.copy(path, out);
      }
    }
    return jar;
  }

  @Test
  void refusesNamesThatAreTakenOrUnfit() throws IOException {
    WorkloadType echo = Workloads.named("echo");
    Files.createDirectory(root.resolve("echo"));
    assertThatThrownBy(() -> new NewPart(root, "echo", echo))
        .hasMessageStartingWith("PART echo: there is a folder of this name");
    for (String name : List.of("", "My", "a/b", "..", "a--b", "-a", "1st")) {
      assertThatThrownBy(() -> new NewPart(root, name, echo))
          .hasMessageContaining("use lower-case letters, digits and hyphens");
    }
    Files.delete(root.resolve("pom.xml"));
    assertThatThrownBy(() -> new NewPart(root, "other", echo)).hasMessageContaining("no pom.xml");
  }
}
