package glomers.workbench.nemesis;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A fault that breaks nothing and remembers when it was asked to. */
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
  public Object start(Object choice, RandomGenerator random) {
    calls.add("start " + choice);
    return "broken by " + choice;
  }

  @Override
  public Object stop() {
    calls.add("stop");
    return "stopped";
  }
}
