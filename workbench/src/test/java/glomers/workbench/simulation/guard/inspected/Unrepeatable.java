package glomers.workbench.simulation.guard.inspected;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Does in each method one thing that is another when it is done again. */
public final class Unrepeatable {
  private final List<Integer> values = new ArrayList<>(List.of(1, 2, 3));

  void shuffle() {
    Collections.shuffle(values);
  }

  void shuffleRepeatably(Random random) {
    Collections.shuffle(values, random);
  }

  double random() {
    return Math.random() + new Random().nextDouble() + ThreadLocalRandom.current().nextDouble();
  }

  int generator() {
    return RandomGenerator.getDefault().nextInt();
  }

  String id() {
    return UUID.randomUUID().toString();
  }

  long clock() {
    return System.nanoTime() + System.currentTimeMillis() + Clock.systemUTC().millis();
  }

  Date date() {
    return new Date();
  }

  Date repeatableDate() {
    return new Date(0);
  }

  void parallel() {
    values.parallelStream().forEach(value -> {});
    IntStream.range(0, 3).parallel().forEach(value -> {});
  }

  void sleep() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
  }
}
