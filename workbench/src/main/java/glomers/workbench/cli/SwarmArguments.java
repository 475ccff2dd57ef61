package glomers.workbench.cli;

import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.swarm.Claims;
import glomers.workbench.swarm.Swarm;
import glomers.workbench.workload.TestOptions;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options of a sweep whose seeds draw settings of their own. */
final class SwarmArguments {
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

  @Option(
      names = "--swarm",
      negatable = true,
      description =
          "Let each seed draw its settings, such as rate, length, faults and latency, from those given"
              + " and from what the server claims. Default with --seeds")
  private Boolean swarm;

  @Option(
      names = "--swarm-nodes",
      paramLabel = "MIN-MAX",
      description = "Numbers of nodes that a swarm may draw. Default: that of the other options")
  private String nodes;

  @Option(
      names = "--swarm-faults",
      paramLabel = "FAULT,FAULT...",
      description = "Faults that a swarm may draw, besides those of --nemesis.")
  private String faults = "";

  @Option(
      names = "--swarm-latency",
      paramLabel = "MILLIS",
      description = "The longest mean latency that a swarm may draw, if longer than --latency.")
  private long latency;

  /**
   * The options of one seed's run.
   *
   * @param isSweep whether there are several seeds
   * @throws IllegalArgumentException if an option is not allowed; the message names it
   */
  TestOptions settings(TestOptions base, boolean isSweep) {
    return isOn(isSweep) ? Swarm.draw(base, claims(base)) : base;
  }

  /** Whether seeds draw their settings. */
  boolean isOn(boolean isSweep) {
    return swarm == null ? isSweep : swarm;
  }

  private Claims claims(TestOptions base) {
    List<String> names = Arrays.stream(faults.split(",")).filter(name -> !name.isBlank()).toList();
    OptionsBuilder.of(base).nemesis(names).build(); // names what is no fault
    Claims claims = Claims.of(base).faults(names).latency(latency);
    if (nodes == null) {
      return claims;
    }
    Matcher range = RANGE.matcher(nodes);
    int min = range.matches() ? Integer.parseInt(range.group(1)) : 0;
    int max = range.matches() ? Integer.parseInt(range.group(2)) : 0;
    if (min < 1 || max < min) {
      throw new IllegalArgumentException(
          "--swarm-nodes " + nodes + ": must be the fewest nodes and the most, such as 1-5");
    }
    return claims.nodes(min, max);
  }
}
