package glomers.workbench.simulation.guard;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Inspects the calls of one class for {@link ServerInspection}. */
final class ClassInspector extends ClassVisitor {
  private final Set<String> errors;
  private final Set<String> warnings;
  private final Set<String> reached = new TreeSet<>();
  private String simpleName;

  ClassInspector(Set<String> errors, Set<String> warnings) {
    super(Opcodes.ASM9);
    this.errors = errors;
    this.warnings = warnings;
  }

  /** The classes that this class names in its code. */
  Set<String> reached() {
    return reached;
  }

  private void reach(String internal) {
    reached.add(internal.replace('/', '.'));
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    simpleName = name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
    reach(parent);
    if (parent.equals("java/lang/Thread")) {
      warnings.add(simpleName + " is a thread");
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    String method =
        simpleName
            + (name.startsWith("<")
                ? ""
                : "." + name.replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1"));
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String called2, boolean isInterface) {
        judge(method, owner, called, called2);
        reach(owner);
      }

      @Override
      public void visitInvokeDynamicInsn(
          String called, String called2, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle handle) {
            judge(method, handle.getOwner(), handle.getName(), handle.getDesc());
            reach(handle.getOwner());
          }
        }
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String field, String type) {
        reach(owner);
        if (owner.equals("java/lang/System") && !field.equals("err")) {
          warnings.add(method + " uses System." + field + "; log by node.log()");
        }
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        reach(type);
      }
    };
  }

  private void judge(String method, String owner, String called, String descriptor) {
    String call =
        Type.getObjectType(owner).getClassName().replaceFirst("^.*\\.", "") + "." + called;
    if (call.equals("System.exit")
        || call.startsWith("Runtime.exit")
        || call.equals("Runtime.halt")) {
      errors.add(method + " calls " + call + ", which ends the process");
    } else if (isClock(owner, called, descriptor)) {
      warnings.add(
          method + " reads the clock by " + call.replace(".<init>", "") + "; use node.now()");
    } else if (isRandom(owner, called, descriptor)) {
      warnings.add(
          "%s draws random numbers by %s; use node.random()"
              .formatted(method, call.replace(".<init>", "")));
    } else if (call.equals("System.getenv") || call.equals("System.getProperty")) {
      warnings.add(method + " reads the environment by " + call + "; read it in Main");
    } else if (isThreaded(owner, called)) {
      warnings.add(
          "%s uses threads by %s; use node.after() or node.every()"
              .formatted(method, call.replace(".<init>", "")));
    } else if (called.equals("parallelStream")
        || called.equals("parallel") && owner.startsWith("java/util/stream/")
        || owner.equals("java/util/Arrays") && called.startsWith("parallel")) {
      warnings.add(method + " uses threads by " + call + "; do it one after the other");
    }
  }

  private static boolean isClock(String owner, String called, String descriptor) {
    return switch (owner) {
      case "java/lang/System" -> called.equals("nanoTime") || called.equals("currentTimeMillis");
      case "java/time/Clock" -> called.startsWith("system") || called.startsWith("tick");
      case "java/util/Date" -> called.equals("<init>") && descriptor.equals("()V");
      case "java/util/Calendar" -> called.equals("getInstance");
      default -> owner.startsWith("java/time/") && called.equals("now");
    };
  }

  private static boolean isRandom(String owner, String called, String descriptor) {
    boolean unseeded = called.equals("<init>") && descriptor.equals("()V");
    return switch (owner) {
      case "java/util/concurrent/ThreadLocalRandom" -> called.equals("current");
      case "java/util/Random", "java/util/SplittableRandom" -> unseeded;
      case "java/security/SecureRandom" -> called.equals("<init>");
      case "java/util/UUID" -> called.equals("randomUUID");
      case "java/lang/Math", "java/lang/StrictMath" -> called.equals("random");
      case "java/util/Collections" ->
          called.equals("shuffle") && descriptor.equals("(Ljava/util/List;)V");
      case "java/util/random/RandomGenerator" -> called.equals("of") || called.equals("getDefault");
      case "java/util/random/RandomGeneratorFactory" ->
          called.equals("create") && descriptor.startsWith("()");
      default -> false;
    };
  }

  private static boolean isThreaded(String owner, String called) {
    return switch (owner) {
      case "java/lang/Thread" ->
          Set.of("<init>", "sleep", "start", "startVirtualThread", "ofVirtual", "ofPlatform")
              .contains(called);
      case "java/util/concurrent/TimeUnit" -> called.equals("sleep");
      case "java/util/Timer" -> called.equals("<init>");
      case "java/util/concurrent/Executors", "java/util/concurrent/ForkJoinPool" -> true;
      case "java/util/concurrent/CompletableFuture" -> called.endsWith("Async");
      default -> false;
    };
  }
}
