package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.Act;
import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.FaultEvent;
import java.util.List;
import java.util.random.RandomGenerator;

/** Breaks the disks of some nodes, all in the same way. */
final class BrokenDisks implements Fault {
  private final List<String> nodes;
  private List<String> hit = List.of();

  /**
   * A fault that is not active.
   *
   * @param nodes those that it may hit
   */
  BrokenDisks(List<String> nodes) {
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return Act.MEND_DISK.fault();
  }

  @Override
  public Object choose(RandomGenerator random) {
    DiskFault[] all = DiskFault.values();
    return List.of(Keyword.of(all[random.nextInt(all.length)].label()), Targets.choose(random));
  }

  @Override
  public FaultEvent start(Object choice, RandomGenerator random) {
    List<?> words = (List<?>) choice;
    DiskFault how =
        List.of(DiskFault.values()).stream()
            .filter(each -> Keyword.of(each.label()).equals(words.get(0)))
            .findFirst()
            .orElseThrow();
    hit = Targets.pick(words.get(1), nodes, random);
    return Act.breakDisk(how).to(hit);
  }

  @Override
  public FaultEvent stop() {
    List<String> mended = hit;
    hit = List.of();
    return Act.MEND_DISK.to(mended);
  }
}
