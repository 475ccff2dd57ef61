package glomers.workbench.disk;

import glomers.workbench.fault.Unsynced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The files of a disk by their names, and which names survive a crash. */
final class SimulatedFolder {
  private final Map<String, SimulatedFile> names = new TreeMap<>();
  private Map<String, SimulatedFile> forced = new TreeMap<>();
  private final List<Consumer<Map<String, SimulatedFile>>> unforced = new ArrayList<>();

  /** The file of this name; null if there is none. */
  SimulatedFile get(String name) {
    return names.get(name);
  }

  /** The file of this name, which is made if there is none. */
  SimulatedFile open(String name) {
    SimulatedFile file = names.get(name);
    if (file == null) {
      SimulatedFile made = new SimulatedFile();
      change(all -> all.put(name, made));
      file = made;
    }
    return file;
  }

  void rename(String from, String to) {
    change(all -> all.put(to, all.remove(from)));
  }

  private void change(Consumer<Map<String, SimulatedFile>> change) {
    change.accept(names);
    unforced.add(change);
  }

  void force() {
    forced = new TreeMap<>(names);
    unforced.clear();
  }

  /** The files that have a name, and bytes, that survive a crash. */
  List<SimulatedFile> forcedFiles() {
    return forced.values().stream().filter(file -> file.forcedLength() > 0).toList();
  }

  /** The length of all files. */
  long length() {
    return names.values().stream().mapToLong(SimulatedFile::length).sum();
  }

  /** Undoes what was not forced, of names and of files. */
  void crash(Unsynced left, RandomGenerator random) {
    Set<SimulatedFile> files = new HashSet<>(names.values());
    names.values().forEach(file -> file.crash(left, random));
    forced.values().stream().filter(files::add).forEach(file -> file.crash(left, random));
    int kept =
        switch (left) {
          case LOST -> 0;
          case TORN -> random.nextInt(unforced.size() + 1);
          case KEPT -> unforced.size();
        };
    unforced.subList(0, kept).forEach(change -> change.accept(forced));
    unforced.clear();
    names.clear();
    names.putAll(forced);
  }
}
