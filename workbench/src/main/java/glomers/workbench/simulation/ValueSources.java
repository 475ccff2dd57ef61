package glomers.workbench.simulation;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Where the values on a method's stack come from, through variables, copies and casts. */
final class ValueSources {
  private final MethodNode method;
  private final Frame<SourceValue>[] frames;

  private ValueSources(MethodNode method, Frame<SourceValue>[] frames) {
    this.method = method;
    this.frames = frames;
  }

  static ValueSources of(String owner, MethodNode method) {
    try {
      return new ValueSources(method, new Analyzer<>(new Through()).analyze(owner, method));
    } catch (AnalyzerException e) {
      throw new IllegalStateException(
          "can't follow the bytecode of " + owner + "." + method.name, e);
    }
  }

  /** The instructions that may have made the value this deep below the stack's top. */
  Set<AbstractInsnNode> at(AbstractInsnNode instruction, int depth) {
    Frame<SourceValue> frame = frames[method.instructions.indexOf(instruction)];
    return frame == null // it is never reached
        ? Set.of()
        : frame.getStack(frame.getStackSize() - 1 - depth).insns;
  }

  /** Takes a copy, or a value cast to another class, for the value itself. */
  private static final class Through extends SourceInterpreter {
    Through() {
      super(Opcodes.ASM9);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
      return value;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
      return instruction.getOpcode() == Opcodes.CHECKCAST
          ? value
          : super.unaryOperation(instruction, value);
    }
  }
}
