package glomers.workbench.simulation.loader;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Packages parts: compiles a class of a package of its own and makes a jar of it. */
public final class PartJar {
  /** An echo that answers as it should. */
  public static final String GOOD =
      """
      package part;
      final class Server {
        record Echo(String echo) implements glomers.protocol.Body {}
        record EchoOk(String echo) implements glomers.protocol.Body {}
        Server(glomers.node.Node node) {
          node.on(Echo.class, request -> new EchoOk(request.body().echo()));
        }
      }
      """;

  /** An echo that now and then, as chance will have it, does not. */
  public static final String BAD =
      GOOD.replace(
          "new EchoOk(request.body().echo())",
          "new EchoOk(node.random().nextInt(100) == 0 ? \"?\" : request.body().echo())");

  private PartJar() {}

  /**
   * A jar in this folder.
   *
   * @param source of the class {@code part.Server}, or of another one
   * @param mainClass what the manifest says of it; null if it says nothing
   */
  public static Path make(Path folder, String source, String mainClass)
      throws IOException, URISyntaxException {
    Path file = Files.writeString(folder.resolve("Server.java"), source);
    Path library = Path.of(Node.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                library.toString(),
                "-d",
                folder.toString(),
                file.toString());
    assertThat(status).as("the compiler's status").isZero();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (mainClass != null) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    }
    Path jar = folder.resolve("part.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var classes = Files.list(folder.resolve("part"))) {
      for (Path each : classes.sorted().toList()) {
        out.putNextEntry(new ZipEntry("part/" + each.getFileName()));
        out.write(Files.readAllBytes(each));
      }
    }
    return jar;
  }
}
