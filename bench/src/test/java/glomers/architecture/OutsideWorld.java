package glomers.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;

/** What a simulation can't replay: clocks, shared randomness, the environment, and threads. */
final class OutsideWorld {
  private static final Map<Class<?>, Set<String>> METHODS =
      Map.of(
          System.class, Set.of("nanoTime", "currentTimeMillis", "getenv", "getProperty"),
          Instant.class, Set.of("now"),
          LocalDateTime.class, Set.of("now"),
          Clock.class, Set.of("systemUTC", "systemDefaultZone"),
          Math.class, Set.of("random"),
          UUID.class, Set.of("randomUUID"),
          ThreadLocalRandom.class, Set.of("current"),
          Thread.class, Set.of("start", "sleep"),
          CompletableFuture.class, Set.of("runAsync", "supplyAsync", "thenRunAsync"));

  private static final Set<String> POOLS =
      Set.of(
          Executors.class.getName(), ForkJoinPool.class.getName(), java.util.Timer.class.getName());

  /** Reads a clock or the environment, draws shared random numbers, or uses threads. */
  static final ArchCondition<JavaClass> REACH_IT =
      ArchConditions.accessTargetWhere(
              DescribedPredicate.describe("reaches the outside world", OutsideWorld::isReached))
          .or(ArchConditions.dependOnClassesThat(JavaClass.Predicates.assignableTo(Thread.class)));

  /** Uses standard output, which belongs to messages. */
  static final ArchCondition<JavaClass> PRINT = ArchConditions.accessField(System.class, "out");

  private OutsideWorld() {}

  private static boolean isReached(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    if (access instanceof JavaFieldAccess) {
      return false;
    } else if (access instanceof JavaConstructorCall call) {
      return POOLS.contains(owner) || isUnseeded(call, owner);
    }
    return POOLS.contains(owner)
        || METHODS.entrySet().stream()
            .anyMatch(
                entry ->
                    entry.getKey().getName().equals(owner)
                        && entry.getValue().contains(target.getName()));
  }

  private static boolean isUnseeded(JavaConstructorCall call, String owner) {
    return owner.equals("java.security.SecureRandom")
        || (owner.equals(Random.class.getName()) || owner.equals(SplittableRandom.class.getName()))
            && call.getTarget().getRawParameterTypes().isEmpty();
  }
}
