package glomers.workbench.simulation.guard.inspected;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** What a bad server reaches. */
final class Helper {
  static final Map<String, Integer> CACHE = new HashMap<>();
  static long next;

  private Helper() {}

  static void help() {
    Runnable later = () -> ThreadLocalRandom.current().nextInt();
    CompletableFuture.runAsync(later);
    next += Instant.now().toEpochMilli() + System.getenv().size();
  }
}
