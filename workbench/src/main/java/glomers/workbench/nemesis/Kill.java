package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import java.util.List;
import java.util.random.RandomGenerator;

/** Kills nodes without warning, and restarts them later with empty memory. */
final class Kill implements Fault {
  private final NodeControl control;
  private final List<String> nodes;
  private List<String> killed = List.of();

  Kill(NodeControl control, List<String> nodes) {
    this.control = control;
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public Object choose(RandomGenerator random) {
    return Targets.choose(random);
  }

  @Override
  public Object start(Object choice, RandomGenerator random) {
    killed = Targets.pick(choice, nodes, random);
    killed.forEach(control::kill);
    return List.of(Keyword.of("killed"), killed);
  }

  @Override
  public Object stop() {
    List<String> restarted = killed;
    restarted.forEach(control::restart);
    killed = List.of();
    return List.of(Keyword.of("restarted"), restarted);
  }
}
