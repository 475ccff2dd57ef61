package glomers.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Which packages of the library and the test bench may depend on which, and which may reach the
 * outside world. {@link PartsTest} has the rules for the parts.
 */
@AnalyzeClasses(packages = "glomers", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
  @ArchTest
  static final ArchRule theNodeLibraryKnowsNothingOfTheWorkbench =
      noClasses()
          .that()
          .resideInAnyPackage(
              "glomers.protocol..",
              "glomers.node..",
              "glomers.service..",
              "glomers.storage..",
              "glomers.log..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("glomers.workbench..");

  @ArchTest
  static final ArchRule noPackagesAreInACircle =
      slices()
          .matching("glomers.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package can be read once those are known that it depends on");

  @ArchTest
  static final ArchRule theProtocolKnowsNothingOfNodes =
      noClasses()
          .that()
          .resideInAPackage("glomers.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("glomers.node..", "glomers.log..");

  @ArchTest
  static final ArchRule storageKnowsNothingOfNodes =
      noClasses()
          .that()
          .resideInAPackage("glomers.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("glomers.node..", "glomers.service..", "glomers.log..");

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
              "glomers.workbench.options..",
              "glomers.workbench.session..",
              "glomers.workbench.service..",
              "glomers.workbench.trace..",
              "glomers.workbench.network..",
              "glomers.workbench.nemesis..",
              "glomers.workbench.fault..",
              "glomers.workbench.history..",
              "glomers.workbench.checker..",
              "glomers.workbench.edn..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("glomers.workbench.cli..", "glomers.workbench.report..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              ".*(RealTimeScheduler|ProcessCluster|NodeProcess|InputPump|OutputPump|ErrorPump)");

  /** Processes, their streams and real time. */
  private static final String REAL_WORLD =
      "StdioRuntime|RealTimeScheduler|ProcessCluster|NodeProcess|InputPump|OutputPump|ProcessGroup"
          + "|Escaped|FileDisk|DataFolder";

  /** What ends a simulation from outside, when its own events can't. */
  private static final String GUARDS = "Deadline|NodeGuard|RunningTask|Watchdog|ExitWatch";

  /** Switches of a build, read before or after a run. */
  private static final String SWITCHES = "GoldenTrace|SeedExtension";

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
          .haveNameNotMatching(".*\\.(" + REAL_WORLD + "|" + GUARDS + "|" + SWITCHES + ")(\\$.*)?")
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
