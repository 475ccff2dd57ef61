package glomers.workbench.sweep;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import glomers.workbench.report.ExitStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How one seed of a sweep has ended, in memory and as a line of JSON:
 *
 * <pre>{@code
 * {"seed":7,"verdict":"valid","figures":{"server messages per operation":11.5},"ok":{"read":true}}
 * {"seed":8,"verdict":"invalid",…,"failure":{"description":"seed 8: …","replay":"…"}}
 * }</pre>
 *
 * @param figures the numbers that checkers give for summaries, by their names
 * @param ok whether some operation of each function that was called was ok
 * @param failure what is wrong; empty if nothing is, or a lower seed of the sweep has failed, which
 *     is the one that people get to see
 */
public record SeedResult(
    long seed,
    ExitStatus verdict,
    Map<String, Double> figures,
    Map<String, Boolean> ok,
    Optional<Failure> failure) {
  /**
   * The description of a seed that failed.
   *
   * @param description what was run, and what is wrong
   * @param replay the command that runs the seed again
   */
  public record Failure(String description, String replay) {}

  /** Whether nothing is wrong. */
  public boolean isValid() {
    return verdict == ExitStatus.VALID;
  }

  /** The line, without its line break. */
  public String toLine() {
    JsonObject line = new JsonObject();
    line.addProperty("seed", seed);
    line.addProperty("verdict", verdict.name().toLowerCase(Locale.ROOT));
    JsonObject numbers = new JsonObject();
    new TreeMap<>(figures).forEach(numbers::addProperty);
    line.add("figures", numbers);
    JsonObject functions = new JsonObject();
    new TreeMap<>(ok).forEach(functions::addProperty);
    line.add("ok", functions);
    failure.ifPresent(
        told -> {
          JsonObject object = new JsonObject();
          object.addProperty("description", told.description());
          object.addProperty("replay", told.replay());
          line.add("failure", object);
        });
    return line.toString();
  }

  /**
   * The result that a line holds.
   *
   * @throws IllegalArgumentException if it is not such a line; the message says what is wrong
   */
  public static SeedResult ofLine(String line) {
    try {
      JsonObject object = JsonParser.parseString(line).getAsJsonObject();
      return new SeedResult(
          object.get("seed").getAsLong(),
          ExitStatus.valueOf(object.get("verdict").getAsString().toUpperCase(Locale.ROOT)),
          members(object, "figures", JsonElement::getAsDouble),
          members(object, "ok", JsonElement::getAsBoolean),
          Optional.ofNullable(object.getAsJsonObject("failure")).map(SeedResult::failure));
    } catch (RuntimeException e) { // each way in which Gson and the fields may disagree
      throw new IllegalArgumentException(
          "is no line with a seed, its verdict and its figures, as simulate --results writes them",
          e);
    }
  }

  private static <T> Map<String, T> members(
      JsonObject object, String name, Function<JsonElement, T> value) {
    Map<String, T> members = new TreeMap<>();
    object
        .getAsJsonObject(name)
        .entrySet()
        .forEach(each -> members.put(each.getKey(), value.apply(each.getValue())));
    return members;
  }

  private static Failure failure(JsonObject object) {
    return new Failure(text(object, "description"), text(object, "replay"));
  }

  private static String text(JsonObject object, String name) {
    JsonPrimitive value = object.getAsJsonPrimitive(name);
    return value.getAsString();
  }
}
