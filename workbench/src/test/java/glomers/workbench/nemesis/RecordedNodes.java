package glomers.workbench.nemesis;

import glomers.workbench.fault.NodeControl;
import java.util.ArrayList;
import java.util.List;

/** Nodes that only remember what was done to them. */
final class RecordedNodes implements NodeControl {
  final List<String> calls = new ArrayList<>();

  @Override
  public void pause(String node) {
    calls.add("pause " + node);
  }

  @Override
  public void resume(String node) {
    calls.add("resume " + node);
  }

  @Override
  public void kill(String node) {
    calls.add("kill " + node);
  }

  @Override
  public void restart(String node) {
    calls.add("restart " + node);
  }
}
