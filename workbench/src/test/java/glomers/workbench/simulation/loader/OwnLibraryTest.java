package glomers.workbench.simulation.loader;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnLibraryTest {
  private static final String NODE = "glomers/node/Node.class";

  @TempDir private Path folder;

  private Path jar(String name, byte[] content) throws IOException {
    Path file = folder.resolve("part.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new JarEntry(name));
      jar.write(content);
    }
    return file;
  }

  private static byte[] used() throws IOException {
    try (InputStream in = Node.class.getResourceAsStream("/" + NODE)) {
      return in.readAllBytes();
    }
  }

  @Test
  void sameLibraryIsNotWorthAWord() throws IOException {
    assertThat(OwnLibrary.note(jar(NODE, used()))).isEmpty();
    assertThat(OwnLibrary.note(jar("part/Server.class", new byte[1]))).isEmpty();
  }

  @Test
  void anotherLibraryIsNamed() throws IOException {
    assertThat(OwnLibrary.note(jar(NODE, new byte[1])))
        .get()
        .asString()
        .contains("not on the copy in part.jar", "(in glomers.node.Node)", "Package the workbench");
  }
}
