package glomers.workbench.nemesis;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A fault of one node that remembers when it was asked to begin and to end. */
final class RecordedFault implements Fault {
  private final String name;
  final List<String> calls = new ArrayList<>();

  RecordedFault(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Object choose(RandomGenerator random) {
    return "choice " + random.nextInt(100);
  }

  @Override
  public FaultEvent start(Object choice, RandomGenerator random) {
    calls.add("start " + choice);
    return Act.PAUSE.to(List.of(name));
  }

  @Override
  public FaultEvent stop() {
    calls.add("stop");
    return Act.RESUME.to(List.of(name));
  }

  /** What faults act on, if only nodes matter. */
  static Injector target(RecordedNodes nodes) {
    return new Injector(null, nodes, List.of());
  }
}
