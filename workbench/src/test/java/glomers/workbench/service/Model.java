package glomers.workbench.service;

import com.google.gson.JsonObject;
import glomers.protocol.Codec;
import glomers.workbench.service.Requests.Random;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The stores once more, slow and obvious: whole states are copied and compared, values are the
 * numbers of {@link Requests}, and a reply is its type with the value or the error's code.
 */
final class Model {
  private Model() {}

  /** A state, and the reply of the request that led to it. */
  private record Step(Map<Integer, Integer> state, String reply) {}

  private static Step apply(Random request, Map<Integer, Integer> state) {
    Integer current = state.get(request.key());
    Map<Integer, Integer> next = new TreeMap<>(state);
    if (request.type().equals("read")) {
      return new Step(next, current == null ? "error 20" : "read_ok " + current);
    }
    if (request.type().equals("write")) {
      next.put(request.key(), request.value());
      return new Step(next, "write_ok");
    }
    if (current == null && !request.create()) {
      return new Step(next, "error 20");
    }
    if (current != null && current != request.value()) {
      return new Step(next, "error 22");
    }
    next.put(request.key(), request.to());
    return new Step(next, "cas_ok");
  }

  /** lin-kv. */
  static final class Linearizable {
    private Map<Integer, Integer> state = Map.of();

    String handle(Random request) {
      Step step = apply(request, state);
      state = step.state();
      return step.reply();
    }
  }

  /** seq-kv: all states there ever were, of which only the newest 32 may be looked at. */
  static final class Sequential {
    private final RandomGenerator random;
    private final List<Map<Integer, Integer>> states = new ArrayList<>(List.of(Map.of()));
    private final Map<String, Integer> indices = new HashMap<>();
    int wrapped;

    Sequential(RandomGenerator random) {
      this.random = random;
    }

    String handle(Random request) {
      int newest = states.size() - 1;
      int index =
          (int) random.nextLong(indices.getOrDefault(request.client(), 0), (long) newest + 1);
      int served = index;
      while (served <= newest - 32) {
        served += 32;
        wrapped++;
      }
      Step tried = apply(request, states.get(served));
      if (tried.state().equals(states.get(served))) {
        indices.put(request.client(), index);
        return tried.reply();
      }
      Step step = apply(request, states.get(newest));
      states.add(step.state());
      indices.put(request.client(), newest + 1);
      return step.reply();
    }
  }

  /** lww-kv: two states that have nothing to do with each other. */
  static final class LastWriteWins {
    private final RandomGenerator random;
    private final List<Map<Integer, Integer>> replicas =
        new ArrayList<>(List.of(Map.of(), Map.of()));

    LastWriteWins(RandomGenerator random) {
      this.random = random;
    }

    String handle(Random request) {
      int replica = random.nextInt(2);
      Map<Integer, Integer> state = replicas.get(replica);
      if (request.type().equals("cas") && !state.containsKey(request.key())) {
        return "error 20";
      }
      Step step = apply(request, state);
      replicas.set(replica, step.state());
      return step.reply();
    }
  }

  /** What a service replies, in the model's words. */
  static String reply(Service service, Random request) {
    JsonObject body =
        Codec.decode(
                Codec.encode(
                    "service",
                    "n0",
                    service.handle(request.message()),
                    OptionalLong.empty(),
                    OptionalLong.empty()))
            .body();
    String type = body.get("type").getAsString();
    return switch (type) {
      case "read_ok" -> type + " " + Requests.indexOf(body.get("value").toString());
      case "error" -> type + " " + body.get("code");
      default -> type;
    };
  }
}
