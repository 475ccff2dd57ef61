package glomers.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The baseline: {@link HelloWorld}, started as {@code java -jar}. */
public final class Baseline {
  private Baseline() {}

  /**
   * Makes a jar of the program, and the subject that runs it by {@code java -jar}, without any
   * options, on the JVM of this process.
   *
   * @param folder where the jar is put
   */
  public static Subject subject(String name, Path folder) throws IOException {
    Path jar = folder.resolve("hello.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, HelloWorld.class.getName());
    String file = HelloWorld.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream code = HelloWorld.class.getClassLoader().getResourceAsStream(file)) {
      entries.putNextEntry(new JarEntry(file));
      code.transferTo(entries);
      entries.closeEntry();
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new Subject(name, List.of(java.toString(), "-jar", jar.toString()));
  }
}
