package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pauses nodes, and resumes them later in the state that they were in. */
final class Pause implements Fault {
  private final NodeControl control;
  private final List<String> nodes;
  private List<String> paused = List.of();

  Pause(NodeControl control, List<String> nodes) {
    this.control = control;
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return "pause";
  }

  @Override
  public Object choose(RandomGenerator random) {
    return Targets.choose(random);
  }

  @Override
  public Object start(Object choice, RandomGenerator random) {
    paused = Targets.pick(choice, nodes, random);
    paused.forEach(control::pause);
    return List.of(Keyword.of("paused"), paused);
  }

  @Override
  public Object stop() {
    List<String> resumed = paused;
    resumed.forEach(control::resume);
    paused = List.of();
    return List.of(Keyword.of("resumed"), resumed);
  }
}
