package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(NothingIsLeft.class)
class BaselineTest {
  @TempDir private Path folder;

  @Test
  void itSaysSomethingAndEndsWithItsInput() throws Exception {
    Subject hello = Baseline.subject("hello", folder);
    assertThat(hello.name()).isEqualTo("hello");
    Process process = new ProcessBuilder(hello.command()).redirectErrorStream(true).start();
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("Hello, world!");
      process.getOutputStream().close();
      assertThat(process.inputReader().readLine()).isNull();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void itsJarHoldsNothingElse() throws IOException {
    Subject hello = Baseline.subject("hello", folder);
    assertThat(hello.command()).hasSize(3).contains("-jar");
    try (JarFile jar = new JarFile(hello.command().get(2))) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .containsExactly("META-INF/MANIFEST.MF", "glomers/bench/process/HelloWorld.class");
    }
  }
}
