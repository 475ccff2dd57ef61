package glomers.workbench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.protocol.Body;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.simulation.loader.PartJar;
import glomers.workbench.workload.TestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageTypesTest {
  @TempDir private Path folder;

  private static List<String> types(Path program) {
    return MessageTypes.of(new OptionsBuilder().workload("g-set").build(), program).stream()
        .map(Class<? extends Body>::getName)
        .filter(name -> name.startsWith("part."))
        .sorted()
        .toList();
  }

  @Test
  void includesRecordsOfTheProgramsJar() throws Exception {
    assertThat(types(PartJar.make(folder, PartJar.GOOD, "part.Main")))
        .containsExactly("part.Server$Echo", "part.Server$EchoOk");
  }

  @Test
  void includesRecordsOfFoldersThatTheJarNames() throws Exception {
    PartJar.make(folder, PartJar.GOOD, "part.Main");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "part.Main");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "./ missing/ missing.jar");
    Path jar = folder.resolve("development.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    assertThat(types(jar)).containsExactly("part.Server$Echo", "part.Server$EchoOk");
  }

  @Test
  void programInAnotherLanguageHasTypesOfItsWorkload() {
    TestOptions options = new OptionsBuilder().workload("g-set").build();
    assertThat(MessageTypes.of(options, Path.of("no such program")))
        .extracting(Class::getSimpleName)
        .containsExactly("Add", "AddOk", "Read", "ReadOk");
  }
}
