package glomers.workbench.service;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.Effort;
import glomers.workbench.service.Requests.Random;
import glomers.workbench.simulation.SeedTest;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The stores answer random requests as a slow model does that makes the same random choices. */
class StorePropertyTest {
  private static final int REQUESTS = 500;

  @SeedTest(200)
  void linearizableStoreAgreesWithModel(long seed) {
    Model.Linearizable model = new Model.Linearizable();
    compare(seed, new LinearizableStore(true), model::handle);
  }

  @SeedTest(200)
  void sequentialStoreAgreesWithModel(long seed) {
    Model.Sequential model = new Model.Sequential(Requests.random(seed));
    compare(seed, new SequentialStore(Requests.random(seed), () -> 0), model::handle);
  }

  @Test
  void randomRequestsReachTheRingsWrap() {
    int wrapped = 0;
    for (int seed = 0; seed < Effort.of(4, 20); seed++) {
      Model.Sequential model = new Model.Sequential(Requests.random(seed));
      compare(seed, new SequentialStore(Requests.random(seed), () -> 0), model::handle);
      wrapped += model.wrapped;
    }
    assertThat(wrapped).isPositive();
  }

  @SeedTest(200)
  void lastWriteWinsStoreAgreesWithModel(long seed) {
    Model.LastWriteWins model = new Model.LastWriteWins(Requests.random(seed));
    compare(seed, new LastWriteWinsStore(Requests.random(seed)), model::handle);
  }

  private static void compare(long seed, Service store, Function<Random, String> model) {
    SplittableRandom random = new SplittableRandom(~seed);
    int clients = random.nextInt(1, 40); // the more, the farther behind each of them falls
    int keys = random.nextInt(1, Requests.values() + 1);
    int values = random.nextInt(1, Requests.values() + 1);
    for (int i = 0; i < REQUESTS; i++) {
      Random request = Random.draw(random, clients, keys, values);
      assertThat(Model.reply(store, request)).as("%s", request).isEqualTo(model.apply(request));
    }
  }
}
