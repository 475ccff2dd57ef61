package glomers.bench.power;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mutants are those of the sources as they are. */
class MutantsTest {
  static List<Mutant> mutants() {
    return Mutant.all();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void patchFits(Mutant mutant) throws IOException {
    String text = Files.readString(Workspace.path(mutant.patch().file()));
    assertThat(mutant.patch().applyTo(text)).isNotEqualTo(text);
  }
}
