package glomers.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Which packages of the library and the test bench may depend on which, and which may reach the
 * outside world. {@link PartsArchitectureTest} has the rules for the parts.
 */
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
  static final ArchRule jsonKnowsNothingOfMessages =
      noClasses()
          .that()
          .resideInAPackage("glomers.protocol.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("glomers.protocol", "glomers.node..", "glomers.service..");

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
              "glomers.workbench.session..",
              "glomers.workbench.service..",
              "glomers.workbench.trace..",
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
  static final ArchRule whatCanBeSimulatedStaysInItsWorld =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "glomers.bench..",
              "glomers.log..",
              "glomers.workbench.cli..",
              "glomers.workbench.report..")
          .and()
          .haveNameNotMatching(
              ".*\\.(StdioRuntime|RealTimeScheduler|Deadline|ProcessCluster|NodeProcess|ProcessGroup|Escaped|NodeGuard|Program|RunningTask|Watchdog|ExitWatch)(\\$.*)?")
          .and()
          // Switches of a build, read before or after a run.
          .haveNameNotMatching(".*\\.(GoldenTrace|SeedExtension)(\\$.*)?")
          .should(OutsideWorld.REACH_IT);

  /** The warm-up reads System.out, to silence what servers print meanwhile. */
  @ArchTest
  static final ArchRule nothingPrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("glomers.bench..")
          .and()
          .doNotHaveFullyQualifiedName("glomers.node.WarmUp")
          .should(OutsideWorld.PRINT);
}
