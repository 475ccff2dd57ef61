package glomers.workbench.nemesis;

import glomers.workbench.fault.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nodes that only remember what was done to them. */
final class RecordedNodes implements NodeControl {
  final List<String> calls = new ArrayList<>();

  @Override
  public void act(Act act, String node) {
    calls.add(act.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + node);
  }

  @Override
  public void clockRate(String node, double rate) {
    calls.add("clock rate " + node + " " + rate);
  }
}
