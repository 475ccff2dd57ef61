package glomers.workbench.simulation.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.workbench.simulation.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLoaderTest {
  @TempDir private Path folder;

  private static Simulation<?> echo(Path jar) {
    return Simulation.of(ServerLoader.load(jar)).workload("echo").timeLimit(Duration.ofSeconds(5));
  }

  @Test
  void theServerBesideTheMainClassRuns() throws Exception {
    echo(PartJar.make(folder, PartJar.GOOD, "part.Main")).run().assertValid();
  }

  /** As executables of parts are: a script, and the jar behind it. */
  @Test
  void aScriptMayComeBeforeTheJar() throws Exception {
    Path jar = PartJar.make(folder, PartJar.GOOD, "part.Main");
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write("#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.UTF_8));
    both.write(Files.readAllBytes(jar));
    Path executable = Files.write(folder.resolve("part" + "-executable"), both.toByteArray());
    echo(executable).run().assertValid();
  }

  @Test
  void whatIsNoJarCanOnlyBeTested() throws IOException {
    Path script = Files.writeString(folder.resolve("node.py"), "#!/usr/bin/env python3\n");
    assertThatThrownBy(() -> ServerLoader.load(script))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            script
                + ": is no jar, so that it can't be simulated; test it on processes, by"
                + " workbench test");
  }

  @Test
  void explainsJarWithoutServer() throws Exception {
    Path jar = PartJar.make(folder, PartJar.GOOD, "elsewhere.Main");
    assertThatThrownBy(() -> ServerLoader.load(jar))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(jar + ": a simulation needs a class elsewhere.Server")
        .hasMessageEndingWith("with a constructor that takes a " + Node.class.getName());
  }

  @Test
  void explainsServerWithOtherConstructor() throws Exception {
    Path jar =
        PartJar.make(folder, "package part; class Server { Server(String name) {} }", "part.Main");
    assertThatThrownBy(() -> ServerLoader.load(jar))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a simulation needs a class part.Server");
  }

  @Test
  void refusesJarWithoutMainClass() throws Exception {
    Path jar = PartJar.make(folder, PartJar.GOOD, null);
    assertThatThrownBy(() -> ServerLoader.load(jar))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(jar + ": its manifest names no Main-Class");
  }

  @Test
  void aConstructorThatThrowsIsTheServersFailure() throws Exception {
    String source =
        "package part; class Server { Server(glomers.node.Node node) {"
            + " throw new IllegalArgumentException(\"no config\"); } }";
    assertThat(echo(PartJar.make(folder, source, "part.Main")).run().problem())
        .startsWith("Node n1 answered init by the error crash (13)")
        .contains("the server can't be constructed");
  }

  @Test
  void settingsComeFromTheVariablesGiven() throws Exception {
    String source =
        PartJar.GOOD
                .replace(
                    "Server(glomers.node.Node node) {",
                    "Server(glomers.node.Node node) { this(node, null); }\n"
                        + "Server(glomers.node.Node node, Settings settings) {")
                .replace(
                    "request.body().echo()",
                    "settings == null ? request.body().echo() : settings.answer()")
            + """
            record Settings(String answer) {
              static Settings of(java.util.Map<String, String> environment) {
                if (!environment.containsKey("ANSWER")) {
                  throw new IllegalArgumentException("set ANSWER");
                }
                return new Settings(environment.get("ANSWER"));
              }
            }
            """;
    Path jar = PartJar.make(folder, source, "part.Main");
    LoadedServer server = ServerLoader.load(jar, Map.of("ANSWER", "42"));
    assertThat(server.expression().source())
        .isEqualTo(
            "node -> new Server(node, Settings.of(Map.ofEntries(Map.entry(\"ANSWER\", \"42\"))))");
    assertThat(
            Simulation.of(server).workload("echo").timeLimit(Duration.ofSeconds(5)).run().problem())
        .contains("42");
    echo(jar).run().assertValid();
    assertThatThrownBy(() -> ServerLoader.load(jar, Map.of("OTHER", "42")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(jar + ": set ANSWER");
  }

  @Test
  void refusesVariablesForPartWithoutSettings() throws Exception {
    Path jar = PartJar.make(folder, PartJar.GOOD, "part.Main");
    assertThatThrownBy(() -> ServerLoader.load(jar, Map.of("ANSWER", "42")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            jar + ": has no settings: there is no class part.Settings with a method of(Map)");
  }
}
