package glomers.workbench.scaffold;

import glomers.workbench.workload.WorkloadType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A new part, before it exists.
 *
 * @param root the workspace's folder, with the parent's {@code pom.xml}
 * @param name the module's name
 * @param workload the workload that tests it
 */
public record NewPart(Path root, String name, WorkloadType workload) {
  private static final String LAST_MODULE = "    <module>bench</module>\n";

  /**
   * Checks what can be checked before anything is written.
   *
   * @throws IllegalArgumentException if the part can't be made; the message says why, and what to
   *     do
   */
  public NewPart {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || name.length() > 40) {
      throw new IllegalArgumentException(
          "PART " + name + ": use lower-case letters, digits and hyphens, such as my-counter");
    }
    if (Files.exists(root.resolve(name))) {
      throw new IllegalArgumentException(
          "PART " + name + ": there is a folder of this name; choose another name, or remove it");
    }
    if (!Files.isRegularFile(root.resolve("pom.xml"))) {
      throw new IllegalArgumentException(
          root + ": there is no pom.xml; run this in the workspace's root");
    }
  }

  /**
   * Writes the part's folder, and adds the part to the parent's modules.
   *
   * @return the path of the server, in which the handlers are to be written
   * @throws IOException if a file can't be written
   */
  public Path write() throws IOException {
    Path parent = root.resolve("pom.xml");
    String pom = Files.readString(parent);
    if (!pom.contains(LAST_MODULE)) {
      throw new IOException(parent + " has no line " + LAST_MODULE.strip() + " to add the part at");
    }
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = root.resolve(name).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    String module = "    <module>" + name + "</module>\n";
    Files.writeString(parent, pom.replace(LAST_MODULE, module + LAST_MODULE));
    return root.resolve(name).resolve("src/main/java").resolve(folder()).resolve("Server.java");
  }

  /** The text of each file, by its path in the part's folder. */
  private Map<String, String> files() {
    String main = "src/main/java/" + folder() + "/";
    Map<String, String> files = new TreeMap<>();
    files.put("pom.xml", filled(PartTemplates.POM));
    files.put("part.mk", filled(PartTemplates.MAKE));
    files.put("README.md", filled(PartTemplates.README));
    files.put(main + "Main.java", filled(PartTemplates.MAIN));
    files.put(main + "Server.java", filled(PartTemplates.SERVER));
    files.put(main + "package-info.java", filled(PartTemplates.PACKAGE));
    messages().forEach(type -> files.put(main + type.name() + ".java", type.source(packageName())));
    files.put("src/test/java/" + folder() + "/ServerTest.java", filled(PartTemplates.TEST));
    return files;
  }

  private List<MessageType> messages() {
    return MessageType.of(workload);
  }

  private String packageName() {
    return "glomers." + name.replace("-", "").replaceFirst("^(?=[0-9])", "part");
  }

  private String folder() {
    return packageName().replace('.', '/');
  }

  private String filled(String template) {
    List<MessageType> requests = messages().stream().filter(MessageType::isRequest).toList();
    MessageType first = requests.get(requests.size() - 1);
    return template
        .replace("@NAME@", name)
        .replace("@WORKLOAD@", workload.name())
        .replace("@SUMMARY@", workload.summary())
        .replace("@PACKAGE@", packageName())
        .replace("@REQUEST@", first.sample())
        .replace("@REPLY@", first.name() + "Ok")
        .replace(
            "@REGISTRATIONS@",
            requests.stream()
                .map(
                    type ->
                        "    node.on(" + type.name() + ".class, this::" + type.handler() + ");\n")
                .collect(Collectors.joining()))
        .replace(
            "@HANDLERS@",
            requests.stream()
                .map(
                    type ->
                        PartTemplates.HANDLER
                            .replace("@REQUEST@", type.name())
                            .replace("@HANDLER@", type.handler()))
                .collect(Collectors.joining("\n")));
  }
}
