package glomers.workbench.workload.txn;

import glomers.workbench.checker.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The readers and writers of each version of each register, as far as others can see them. A
 * transaction of unknown outcome has committed if another one read what it wrote; otherwise it is
 * ignored.
 */
final class RegisterIndex {
  /** The facts known of one register. */
  static final class Register {
    final Object key;

    /** The committed writers, by the value that each wrote. */
    final Map<Object, Txn> writers = new LinkedHashMap<>();

    /** By value, null for nothing, who read it. */
    final Map<Object, List<Txn>> readers = new LinkedHashMap<>();

    /** By value read, what the same transaction then wrote. */
    final Map<Object, List<Object>> updates = new LinkedHashMap<>();

    private Register(Object key) {
      this.key = key;
    }

    /** All values that were committed or read, nothing aside. */
    Set<Object> versions() {
      Set<Object> versions = new LinkedHashSet<>(writers.keySet());
      versions.addAll(readers.keySet());
      versions.remove(null);
      return versions;
    }
  }

  private final Map<Object, Register> registers = new LinkedHashMap<>();

  /**
   * The index of a history.
   *
   * @param rules by Maelstrom's, no transaction of unknown outcome counts
   */
  RegisterIndex(List<Txn> txns, WriteIndex writes, Rules rules) {
    Set<Txn> committed = new LinkedHashSet<>();
    for (Txn txn : txns) {
      if (txn.isOk()) {
        committed.add(txn);
        for (MicroOp op : rules == Rules.STRICT ? txn.ops() : List.<MicroOp>of()) {
          WriteIndex.Write write = op.isRead() ? writes.of(op.key(), op.value()) : null;
          if (write != null && !write.txn().isFailed()) {
            committed.add(write.txn());
          }
        }
      }
    }
    committed.forEach(this::add);
  }

  private void add(Txn txn) {
    Map<Object, Object> written = ExternalOps.writes(txn);
    written.forEach((key, value) -> of(key).writers.put(value, txn));
    if (!txn.isOk()) {
      return; // what it read is unknown
    }
    ExternalOps.reads(txn)
        .forEach(
            (key, value) -> {
              Register register = of(key);
              register.readers.computeIfAbsent(value, v -> new ArrayList<>(2)).add(txn);
              if (written.containsKey(key)) {
                register
                    .updates
                    .computeIfAbsent(value, v -> new ArrayList<>(1))
                    .add(written.get(key));
              }
            });
  }

  private Register of(Object key) {
    return registers.computeIfAbsent(key, Register::new);
  }

  Iterable<Register> all() {
    return registers.values();
  }
}
