package glomers.workbench.fuzz;

import glomers.protocol.Body;
import glomers.protocol.Init;
import glomers.workbench.options.Workloads;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The types of the messages that a program takes. */
final class MessageTypes {
  private MessageTypes() {}

  /**
   * The requests and replies of the workload and, if the program is a part of a workspace like this
   * one, the records of its own: what its nodes send each other.
   */
  static List<Class<? extends Body>> of(TestOptions options, Path program) {
    Workload workload = Workloads.named(options.workload()).factory().apply(options);
    List<Class<? extends Body>> types = new ArrayList<>(workload.messageTypes());
    ofJar(program, types);
    return types;
  }

  private static void add(Class<?> candidate, List<Class<? extends Body>> types) {
    if (candidate.isRecord()
        && Body.class.isAssignableFrom(candidate)
        && candidate.getPackage() != Init.class.getPackage()) {
      types.add(candidate.asSubclass(Body.class));
    }
  }

  private static void ofJar(Path program, List<Class<? extends Body>> types) {
    List<String> names = new ArrayList<>();
    try (JarFile jar = new JarFile(program.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      String main = manifest.getValue("Main-Class");
      String folder = main.substring(0, main.lastIndexOf('.') + 1).replace('.', '/');
      jar.stream().map(ZipEntry::getName).filter(n -> n.startsWith(folder)).forEach(names::add);
      String classPath = manifest.getValue("Class-Path");
      for (String entry : classPath == null ? new String[0] : classPath.split(" +")) {
        names.addAll(files(Path.of(program.toUri().resolve(entry)), folder));
      }
    } catch (IOException | RuntimeException e) {
      return; // a program in another language, or built in another way
    }
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {program.toUri().toURL()}, MessageTypes.class.getClassLoader())) {
      for (String name : names) {
        if (name.endsWith(".class")) {
          add(loader.loadClass(name.replace(".class", "").replace('/', '.')), types);
        }
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("can't read the messages of " + program, e);
    }
  }

  /** The files of a package that is in a folder of classes, as while a part is developed. */
  private static List<String> files(Path classes, String packageFolder) throws IOException {
    Path folder = classes.resolve(packageFolder);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> packageFolder + file.getFileName()).toList();
    }
  }
}
