package glomers.workbench.scaffold;

import glomers.protocol.Body;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.WorkloadType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The record of one message, as source code. */
record MessageType(Class<? extends Body> record) {
  /** The requests of a workload and their replies, sorted by name. */
  static List<MessageType> of(WorkloadType type) {
    Workload workload =
        type.factory().apply(new OptionsBuilder().workload(type.name()).nodeCount(1).build());
    return workload.messageTypes().stream().map(MessageType::new).toList();
  }

  String name() {
    return record.getSimpleName();
  }

  boolean isRequest() {
    return !name().endsWith("Ok");
  }

  /** The name of the method that handles it. */
  String handler() {
    return Character.toLowerCase(name().charAt(0)) + name().substring(1);
  }

  /** A record of its own in this package. */
  String source(String packageName) {
    String what = isRequest() ? "A request of the workload." : "The reply to a request.";
    return """
        package %s;

        %s
        /** %s */
        record %s(%s) implements Body {}
        """
        .formatted(packageName, imports(), what, name(), components());
  }

  private String imports() {
    TreeSet<String> names = new TreeSet<>(List.of(Body.class.getName()));
    for (RecordComponent component : record.getRecordComponents()) {
      for (String word : component.getGenericType().getTypeName().split("[<>, ]+")) {
        if (word.contains(".") && !word.startsWith("java.lang.")) {
          names.add(word);
        }
      }
    }
    return names.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
  }

  private String components() {
    List<String> components = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String type = component.getGenericType().getTypeName().replaceAll("[a-z]+\\.", "");
      components.add(type + " " + component.getName());
    }
    return String.join(", ", components);
  }

  /** An expression that makes one, of empty values. */
  String sample() {
    return Arrays.stream(record.getRecordComponents())
        .map(component -> sample(component.getType().getSimpleName()))
        .collect(Collectors.joining(", ", "new " + name() + "(", ")"));
  }

  private static String sample(String type) {
    return switch (type) {
      case "int", "long" -> "0";
      case "String" -> "\"\"";
      case "boolean" -> "false";
      case "JsonElement" -> "com.google.gson.JsonNull.INSTANCE";
      case "Optional" -> "java.util.Optional.empty()";
      case "Map" -> "java.util.Map.of()";
      default -> "java.util.List.of()";
    };
  }
}
