package glomers.workbench.plan;

import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.FaultTarget;
import glomers.workbench.fault.Unsynced;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes faults as the statements that cause them in a scenario, called {@code scenario}.
 *
 * @param nodes the ids of all nodes
 * @param statements receives each
 */
record FaultSource(List<String> nodes, Consumer<String> statements) implements FaultTarget {
  private void call(String method, Object... arguments) {
    StringBuilder text = new StringBuilder("scenario.").append(method).append('(');
    for (int i = 0; i < arguments.length; i++) {
      text.append(i == 0 ? "" : ", ").append(arguments[i]);
    }
    statements.accept(text.append(");").toString());
  }

  @Override
  public void partition(String fault, Map<String, List<String>> cuts) {
    new FaultEvent.Partition(cuts)
        .sides()
        .ifPresentOrElse(
            sides -> call("partition", JavaLiteral.of(sides.one()), JavaLiteral.of(sides.other())),
            () -> cuts.forEach(this::cut));
  }

  private void cut(String receiver, List<String> sources) {
    call("cut", JavaLiteral.of(receiver), JavaLiteral.of(sources));
  }

  @Override
  public void deafen(String fault, List<String> receivers) {
    for (String receiver : receivers) {
      cut(receiver, nodes.stream().filter(other -> !other.equals(receiver)).toList());
    }
  }

  @Override
  public void heal(String fault) {
    call("heal");
  }

  @Override
  public void lose(double probability) {
    call("lose", probability);
  }

  @Override
  public void duplicate(double probability) {
    call("duplicate", probability);
  }

  @Override
  public void reorder(Duration delayMax) {
    call("reorder", "Duration.ofMillis(" + delayMax.toMillis() + ")");
  }

  @Override
  public void slowDown(long factor) {
    call("slowDown", factor);
  }

  @Override
  public void slowStores(Duration delayMax) {
    call("slowStores", "Duration.ofMillis(" + delayMax.toMillis() + ")");
  }

  @Override
  public void loseStoreCalls(double probability) {
    call("loseStoreCalls", probability);
  }

  @Override
  public void kill(String node, Unsynced left) {
    if (left == Unsynced.TORN) {
      call("crash", JavaLiteral.of(node));
    } else {
      call("crash", JavaLiteral.of(node), "Unsynced." + left.name());
    }
  }

  @Override
  public void restart(String node) {
    call("restart", JavaLiteral.of(node));
  }

  @Override
  public void pause(String node) {
    call("pause", JavaLiteral.of(node));
  }

  @Override
  public void resume(String node) {
    call("resume", JavaLiteral.of(node));
  }

  @Override
  public void powerOff(List<String> all) {
    call("powerOff");
  }

  @Override
  public void powerOn(List<String> all) {
    call("powerOn");
  }

  @Override
  public void breakDisk(String node, DiskFault how) {
    call(
        switch (how) {
          case SLOW -> "slowDisk";
          case FAILING -> "failDisk";
          case FULL -> "fillDisk";
        },
        JavaLiteral.of(node));
  }

  @Override
  public void mendDisk(String node) {
    call("mendDisk", JavaLiteral.of(node));
  }

  @Override
  public void corrupt(String node) {
    call("corrupt", JavaLiteral.of(node));
  }

  @Override
  public void restore(String node) {
    call("restore", JavaLiteral.of(node));
  }

  @Override
  public void clockRate(String node, double rate) {
    call("clockRate", JavaLiteral.of(node), rate);
  }
}
