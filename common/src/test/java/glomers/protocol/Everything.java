package glomers.protocol;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A body with a component of every kind. */
record Everything(
    int number,
    long longNumber,
    double realNumber,
    boolean flag,
    String text,
    List<Long> numbers,
    Set<String> texts,
    Map<String, Integer> counts,
    Inner inner,
    Map<String, List<Inner>> inners,
    Optional<String> maybeText,
    Optional<Inner> maybeInner,
    Optional<List<Boolean>> maybeFlags,
    JsonElement json,
    List<JsonElement> jsons)
    implements Body {

  record Inner(String name, Optional<Double> weight, List<Inner> children) {}

  static Everything random(RandomValues values) {
    return new Everything(
        values.integer(),
        values.longInteger(),
        values.real(),
        values.flag(),
        values.text(),
        values.list(values::longInteger),
        values.set(values::text),
        values.map(values::integer),
        inner(values, 3),
        values.map(() -> values.list(() -> inner(values, 1))),
        values.maybe(values::text),
        values.maybe(() -> inner(values, 0)),
        values.maybe(() -> values.list(values::flag)),
        values.json(4),
        values.list(() -> values.json(2)));
  }

  private static Inner inner(RandomValues values, int depthMax) {
    return new Inner(
        values.text(),
        values.maybe(values::real),
        depthMax == 0 ? List.of() : values.list(() -> inner(values, depthMax - 1)));
  }
}
