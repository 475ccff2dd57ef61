package glomers.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import glomers.bench.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every part keeps to. Reads the classes of all parts, as the build has compiled them. */
class PartsTest {
  static List<String> parts() {
    return Workspace.parts();
  }

  private static JavaClasses classesOf(String part) {
    Path folder = Workspace.path(part + "/target/classes");
    assertThat(folder)
        .as(part + " is not compiled: run mvn verify in the workspace's root")
        .isDirectory();
    return new ClassFileImporter().importPath(folder);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void knowsOnlyTheNodeLibrary(String part) {
    JavaClasses own = classesOf(part);
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "com.google.gson..",
                    "glomers.node..",
                    "glomers.protocol..",
                    "glomers.storage..",
                    "glomers.service..")
                .or(describe("are the part's own", type -> isOneOf(own, type))))
        .check(own);
  }

  /** The parts of one challenge share their packages: a class's name does not tell its part. */
  private static boolean isOneOf(JavaClasses own, JavaClass type) {
    return own.contain(type.getBaseComponentType().getName());
  }

  /** So that what differs between the two parts is the idea, and nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"AntiEntropy", "Batch", "Digest", "UpdateLog", "package-info"})
  void hubSharesAntiEntropyToTheByte(String name) throws IOException {
    String file = "src/main/java/glomers/broadcast/" + name + ".java";
    Path one = Workspace.path("broadcast-3d-anti-entropy/" + file);
    Path other = Workspace.path("broadcast-3e-hub/" + file);
    assertThat(other).hasSameBinaryContentAs(one);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void staysInItsWorld(String part) {
    noClasses()
        .that()
        .doNotHaveSimpleName("Main") // passes settings from the environment to the server
        .should(OutsideWorld.REACH_IT)
        .orShould(OutsideWorld.PRINT)
        .check(classesOf(part));
  }

  static final class ReadsClock {
    Instant time() {
      return Instant.now();
    }
  }

  static final class ReadsEnvironment {
    String variable() {
      return System.getenv("HOME");
    }
  }

  static final class DrawsUnseeded {
    int number() {
      return new Random().nextInt();
    }
  }

  static final class StartsThread {
    void start() {
      new Thread(() -> {}).start();
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {ReadsClock.class, ReadsEnvironment.class, DrawsUnseeded.class, StartsThread.class})
  void findsWhatReachesTheOutsideWorld(Class<?> type) {
    JavaClasses imported = new ClassFileImporter().importClasses(type);
    assertThatThrownBy(() -> noClasses().should(OutsideWorld.REACH_IT).check(imported))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(type.getSimpleName());
  }

  @Test
  void findsAllParts() {
    assertThat(parts()).contains("echo", "unique-ids", "broadcast-3e");
  }

  /** Maven builds modules side by side: these tests need the parts' classes and executables. */
  @Test
  void isBuiltAfterAllParts() {
    assertThat(Workspace.matches("bench/pom.xml", "<artifactId>(.+)</artifactId>"))
        .containsAll(parts());
  }
}
