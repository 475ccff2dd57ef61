package glomers.workbench.nemesis;

import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.Unsynced;
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
  public void kill(String node, Unsynced left) {
    calls.add("kill " + node);
  }

  @Override
  public void restart(String node) {
    calls.add("restart " + node);
  }

  @Override
  public void powerOff(List<String> nodes) {
    calls.add("power off " + nodes);
  }

  @Override
  public void powerOn(List<String> nodes) {
    calls.add("power on " + nodes);
  }

  @Override
  public void breakDisk(String node, DiskFault how) {
    calls.add("break disk " + node + " " + how);
  }

  @Override
  public void mendDisk(String node) {
    calls.add("mend disk " + node);
  }

  @Override
  public void corrupt(String node) {
    calls.add("corrupt " + node);
  }

  @Override
  public void restore(String node) {
    calls.add("restore " + node);
  }

  @Override
  public void clockRate(String node, double rate) {
    calls.add("clock rate " + node + " " + rate);
  }
}
