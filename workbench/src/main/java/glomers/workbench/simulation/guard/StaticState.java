package glomers.workbench.simulation.guard;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds static state in the classes of a server's program by looking at the values of their static
 * fields: fields that are not final, and final ones that hold an object of a class that can change.
 *
 * <p>Arrays, {@link Arrays#asList} and {@link EnumSet} are constants in many programs, although
 * they can change; they are compared with what they held at first. What a library keeps to itself
 * is not looked at.
 */
final class StaticState {
  private static final Set<Class<?>> CONSTANT_BY_CUSTOM =
      Set.of(Arrays.asList().getClass(), EnumSet.class);

  private static final List<String> UNMODIFIABLE =
      List.of(
          "java.util.ImmutableCollections$",
          "java.util.Collections$Unmodifiable",
          "java.util.Collections$Singleton",
          "java.util.Collections$Empty",
          "java.util.Collections$CopiesList");

  /**
   * Of the JDK's classes besides collections and those for threads, those that programs keep state
   * in.
   */
  private static final List<Class<?>> MUTABLE =
      List.of(
          java.util.Iterator.class,
          java.util.random.RandomGenerator.class,
          java.util.BitSet.class,
          java.util.StringJoiner.class,
          java.util.Date.class,
          java.util.Calendar.class,
          StringBuilder.class,
          StringBuffer.class,
          ThreadLocal.class);

  private final ProgramClasses program;
  private final Set<String> errors = new TreeSet<>();
  private final List<Constant> constants = new ArrayList<>();

  /** An object that could change, as the field of this name first held it. */
  private record Constant(String field, Object holder, List<Object> elements) {}

  /** Initialises the classes, and looks at their static fields. */
  StaticState(ProgramClasses program, Collection<Class<?>> classes) {
    this.program = program;
    classes.forEach(this::inspect);
  }

  /** The static state that can change, or has changed by now, each with its field's name. */
  Set<String> errors() {
    Set<String> found = new TreeSet<>(errors);
    for (Constant constant : constants) {
      if (!elements(constant.holder).equals(constant.elements)) {
        found.add(
            constant.field
                + " is static and has changed: it is "
                + (constant.holder.getClass().isArray()
                    ? "an array"
                    : "a " + constant.holder.getClass().getName()));
      }
    }
    return found;
  }

  private void inspect(Class<?> owner) {
    for (Field field : owner.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
        continue;
      }
      if (!Modifier.isFinal(field.getModifiers())) {
        errors.add(shown(field) + " is static and can change");
      } else {
        mutability(
                shown(field),
                value(field, null),
                Collections.newSetFromMap(new IdentityHashMap<>()))
            .ifPresent(why -> errors.add(shown(field) + " is static and can change: " + why));
      }
    }
  }

  /** Why an object can change; empty if it can't, or only as a {@link Constant}. */
  private Optional<String> mutability(String field, Object value, Set<Object> seen) {
    if (value == null || !seen.add(value)) {
      return Optional.empty();
    }
    Class<?> type = value.getClass();
    boolean isConstant =
        type.isArray() || CONSTANT_BY_CUSTOM.stream().anyMatch(each -> each.isInstance(value));
    if (isConstant) {
      constants.add(new Constant(field, value, elements(value)));
    }
    if (isConstant || isUnmodifiable(value)) {
      return firstMutable(field, elements(value), seen);
    }
    if (isMutable(value)) {
      return Optional.of("it is a " + type.getName());
    }
    return program.contains(type) ? mutablePart(field, value, type, seen) : Optional.empty();
  }

  private Optional<String> firstMutable(String field, List<Object> values, Set<Object> seen) {
    return values.stream()
        .map(each -> mutability(field, each, seen))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A field of an object of the program, or a variable that a lambda has captured. */
  private Optional<String> mutablePart(
      String staticField, Object value, Class<?> type, Set<Object> seen) {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      boolean isFinal = Modifier.isFinal(field.getModifiers());
      Optional<String> why =
          isFinal ? mutability(staticField, value(field, value), seen) : Optional.of("");
      if (why.isPresent()) {
        return type.isHidden() ? why : Optional.of("it holds " + shown(field));
      }
    }
    Class<?> parent = type.getSuperclass();
    return program.contains(parent)
        ? mutablePart(staticField, value, parent, seen)
        : Optional.empty();
  }

  /** Null if the class can't be initialised, which running it will tell. */
  private static Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
      return null;
    }
  }

  private static boolean isMutable(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("java.")
        && !(value instanceof Enum)
        && (value instanceof Collection
            || value instanceof Map
            || name.startsWith("java.util.concurrent.")
            || MUTABLE.stream().anyMatch(each -> each.isInstance(value)));
  }

  private static boolean isUnmodifiable(Object value) {
    String name = value.getClass().getName();
    return (value instanceof Collection || value instanceof Map)
        && UNMODIFIABLE.stream().anyMatch(name::startsWith);
  }

  private static List<Object> elements(Object holder) {
    List<Object> elements = new ArrayList<>();
    if (holder instanceof Map<?, ?> map) {
      map.forEach((key, value) -> elements.addAll(Arrays.asList(key, value)));
    } else if (holder instanceof Collection<?> collection) {
      elements.addAll(collection);
    } else {
      for (int i = 0; i < Array.getLength(holder); i++) {
        elements.add(Array.get(holder, i));
      }
    }
    return elements;
  }

  private static String shown(Field field) {
    String owner = field.getDeclaringClass().getName();
    return owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.') + "." + field.getName();
  }
}
