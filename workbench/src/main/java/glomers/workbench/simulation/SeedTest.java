package glomers.workbench.simulation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test that runs once per seed, which is its {@code long} parameter:
 *
 * <pre>{@code
 * @SeedTest(200)
 * void losesNothing(long seed) {
 *   Simulation.of(Server::new).workload("broadcast").nemesis("partition").seed(seed)
 *       .run().assertValid();
 * }
 * }</pre>
 *
 * <p>Each seed draws the settings that the test does not fix; here these are the rate, the length
 * of the run and of its faults, the workers, the share of writes, and more: see {@link Simulation}.
 * So fix what the test is about, and leave the rest open. {@link Simulation#swarm} draws all
 * settings, also those that the simulation is told, and what the server claims to stand besides.
 * {@link Simulation#noSwarm} draws nothing, for a test that judges figures.
 *
 * <p>A run whose length or faults are drawn may be too short for any operation to succeed. So that
 * is asked of the sweep: it fails if operations of some kind were ok in no run of it.
 *
 * <p>The test stops at the first seed that fails; the failure names the command that runs it again.
 * {@code -Dglomers.seed=7} runs only this seed, {@code -Dglomers.seeds=1000} the first 1,000.
 *
 * <p>A seed whose {@link SimulatedRun#assertValid} fails is shown: the failure's message has the
 * shortest run that breaks the same rule, with a test of {@link Scenario} to paste, and names the
 * reports of both runs in {@code target/glomers}. Give {@link Simulation#of(ServerFactory)} and
 * {@link Simulation#always(String, ServersCheck)} method references, such as {@code Server::new} or
 * {@code MyTest::server}: the test to paste can name them. {@code -Dglomers.shrink=false} spares
 * the search.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(SeedExtension.class)
public @interface SeedTest {
  /** How many seeds, from 0 up. */
  int value() default 100;

  /** How many with {@code -Dglomers.thorough=true}, which a nightly build may set; 0: as many. */
  int thorough() default 0;
}
