package glomers.workbench.simulation.guard.inspected;

import glomers.node.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A server that can be replayed. */
public final class Good {
  private static final List<String> NAMES = List.of("a", "b");
  private static final Map<String, Integer> NUMBERS = Map.of("a", 1);
  private static final Pattern PATTERN = Pattern.compile("a");
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** Uses what the node offers. */
  public Good(Node node) {
    node.after(TIMEOUT, () -> node.random().nextInt(NAMES.size() + NUMBERS.size()));
    node.log().log(System.Logger.Level.DEBUG, PATTERN.pattern() + node.now());
  }
}
