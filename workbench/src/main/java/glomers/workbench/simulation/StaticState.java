package glomers.workbench.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds static state in the bytecode of a server: static fields that are not final, and final ones
 * that hold an object or an array which changes. What a library keeps to itself is not looked at.
 */
final class StaticState {
  private static final int CAN_CHANGE = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;

  private final Map<String, ClassNode> classes = new HashMap<>();

  /**
   * What was stored into fields and returned by methods: by their names, the classes that were made
   * for it, and the methods whose results it is.
   */
  private final Map<String, Set<String>> stored = new HashMap<>();

  private final Set<String> errors = new TreeSet<>();

  private StaticState(List<ClassNode> classes) {
    classes.forEach(each -> this.classes.put(each.name, each));
  }

  /** The static state that can change, each with its field's name. */
  static Set<String> of(List<ClassNode> classes) {
    StaticState state = new StaticState(classes);
    classes.forEach(each -> each.methods.forEach(method -> state.follow(each, method)));
    classes.forEach(state::judge);
    return state.errors;
  }

  private void follow(ClassNode owner, MethodNode method) {
    ValueSources sources = ValueSources.of(owner.name, method);
    for (AbstractInsnNode each : method.instructions) {
      int opcode = each.getOpcode();
      if (opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD) {
        stored(name((FieldInsnNode) each)).addAll(made(each, 0, sources));
      } else if (opcode == Opcodes.ARETURN) {
        stored(name(owner.name, method.name, method.desc)).addAll(made(each, 0, sources));
      } else if (!method.name.equals("<clinit>")) {
        writtenArray(each).ifPresent(depth -> changed(sources.at(each, depth)));
      }
    }
  }

  private Set<String> stored(String name) {
    return stored.computeIfAbsent(name, unused -> new TreeSet<>());
  }

  /** The objects that may be on the stack of an instruction, and that can change later. */
  private Set<String> made(AbstractInsnNode instruction, int depth, ValueSources sources) {
    Set<String> made = new TreeSet<>();
    sources.at(instruction, depth).forEach(source -> made.addAll(made(source, sources)));
    return made;
  }

  private Set<String> made(AbstractInsnNode source, ValueSources sources) {
    if (source.getOpcode() == Opcodes.NEW) {
      String type = ((TypeInsnNode) source).desc;
      return isContainer(type) || classes.containsKey(type) ? Set.of(type) : Set.of();
    }
    if (source.getOpcode() == Opcodes.INVOKESTATIC) {
      MethodInsnNode call = (MethodInsnNode) source;
      if (classes.containsKey(call.owner)) {
        return Set.of(name(call.owner, call.name, call.desc));
      }
      return isFactory(call.owner, call.name)
          ? Set.of(Type.getReturnType(call.desc).getInternalName())
          : Set.of();
    }
    Set<String> captured = new TreeSet<>();
    if (source instanceof InvokeDynamicInsnNode lambda) {
      for (int depth = 0; depth < Type.getArgumentTypes(lambda.desc).length; depth++) {
        captured.addAll(made(source, depth, sources));
      }
    }
    return captured;
  }

  private static boolean isContainer(String type) {
    return type.startsWith("java/util/") && !type.startsWith("java/util/regex/")
        || type.equals("java/lang/StringBuilder")
        || type.equals("java/lang/StringBuffer")
        || type.equals("java/lang/ThreadLocal");
  }

  private static boolean isFactory(String owner, String called) {
    return switch (owner) {
      case "java/util/Collections" ->
          called.startsWith("synchronized") || called.equals("newSetFromMap");
      case "java/util/concurrent/ConcurrentHashMap" -> called.equals("newKeySet");
      case "java/lang/ThreadLocal" -> called.equals("withInitial");
      default -> false;
    };
  }

  /** How deep below the top of the stack an instruction has the array that it writes to. */
  private static Optional<Integer> writtenArray(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      return Optional.of(2);
    }
    if (instruction instanceof MethodInsnNode call
        && call.owner.equals("java/util/Arrays")
        && call.name.matches("fill|sort|setAll|parallel.*")) {
      return Optional.of(Type.getArgumentTypes(call.desc).length - 1);
    }
    return Optional.empty();
  }

  private void changed(Set<AbstractInsnNode> arrays) {
    for (AbstractInsnNode source : arrays) {
      if (source.getOpcode() == Opcodes.GETSTATIC
          && classes.containsKey(((FieldInsnNode) source).owner)) {
        errors.add(
            shown(name((FieldInsnNode) source)) + " is static and can change: it is an array");
      }
    }
  }

  private void judge(ClassNode owner) {
    for (FieldNode field : owner.fields) {
      if ((field.access & Opcodes.ACC_STATIC) == 0) {
        continue;
      }
      String name = owner.name + "." + field.name;
      if ((field.access & CAN_CHANGE) == 0) {
        errors.add(shown(name) + " is static and can change");
      } else {
        changing(name, new HashSet<>())
            .ifPresent(reason -> errors.add(shown(name) + " is static and can change: " + reason));
      }
    }
  }

  /** Why an object that a field holds, or a method returns, can change. */
  private Optional<String> changing(String field, Set<String> seen) {
    return stored.getOrDefault(field, Set.of()).stream()
        .filter(seen::add)
        .map(each -> reason(each, seen))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> reason(String made, Set<String> seen) {
    if (stored.containsKey(made)) {
      return changing(made, seen);
    }
    return classes.containsKey(made)
        ? changingPart(classes.get(made), seen)
        : Optional.of("it is a " + Type.getObjectType(made).getClassName());
  }

  private Optional<String> changingPart(ClassNode type, Set<String> seen) {
    List<FieldNode> fields = new ArrayList<>(type.fields);
    fields.removeIf(field -> (field.access & Opcodes.ACC_STATIC) != 0);
    for (FieldNode field : fields) {
      String name = type.name + "." + field.name;
      if ((field.access & CAN_CHANGE) == 0 || changing(name, seen).isPresent()) {
        return Optional.of("it holds " + shown(name));
      }
    }
    ClassNode parent = classes.get(type.superName);
    return parent == null ? Optional.empty() : changingPart(parent, seen);
  }

  private static String name(String owner, String method, String descriptor) {
    return owner + "." + method + descriptor;
  }

  private static String name(FieldInsnNode field) {
    return field.owner + "." + field.name;
  }

  private static String shown(String field) {
    return field.substring(field.lastIndexOf('/') + 1).replace('$', '.');
  }
}
