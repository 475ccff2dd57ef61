package glomers.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Who may know whom, and who may touch the outside world. ARCHITECTURE.md has the picture. */
@AnalyzeClasses(packages = "glomers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theNodeLibraryKnowsNothingOfTheWorkbench =
      noClasses()
          .that()
          .resideInAnyPackage(
              "glomers.protocol..", "glomers.node..", "glomers.service..", "glomers.log..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("glomers.workbench..");

  @ArchTest
  static final ArchRule theProtocolKnowsNothingOfNodes =
      noClasses()
          .that()
          .resideInAPackage("glomers.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("glomers.node..", "glomers.log..");

  @ArchTest
  static final ArchRule onlyTheLogPackageNamesLog4j =
      noClasses()
          .that()
          .resideOutsideOfPackage("glomers.log..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.logging..");

  @ArchTest
  static final ArchRule theEngineIsAloneWithItsPorts =
      noClasses()
          .that()
          .resideInAnyPackage(
              "glomers.workbench.run..",
              "glomers.workbench.workload..",
              "glomers.workbench.client..",
              "glomers.workbench.network..",
              "glomers.workbench.nemesis..",
              "glomers.workbench.history..",
              "glomers.workbench.checker..",
              "glomers.workbench.edn..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("glomers.workbench.cli..", "glomers.workbench.report..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(".*(RealTimeScheduler|ProcessCluster|NodeProcess)");

  @ArchTest
  static final ArchRule whatCanBeSimulatedReadsNoClockAndHasNoThreads =
      noClasses()
          .that()
          .resideInAnyPackage("glomers..")
          .and()
          .resideOutsideOfPackages(
              "glomers.log..", "glomers.workbench.cli..", "glomers.workbench.report..")
          .and()
          .haveNameNotMatching(
              ".*(StdioRuntime|RealTimeScheduler|ProcessCluster|NodeProcess|NodeGuard|ExitWatch|\\.Program)(\\$.*)?")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class);

  @ArchTest
  static final ArchRule theLibraryDoesNotPrint =
      noClasses().that().resideInAPackage("glomers..").should().accessField(System.class, "out");
}
