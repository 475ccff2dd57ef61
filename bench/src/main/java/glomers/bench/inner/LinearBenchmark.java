package glomers.bench.inner;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.workload.register.LinKvOp;
import glomers.workbench.workload.register.LinearChecker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The verdict on one key that ten processes read, write and compare-and-set all the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LinearBenchmark {
  private static final int PROCESSES = 10;
  private static final int VALUES = 5;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** How many operations the history has. */
  @Param("2000")
  public int operations;

  private final SplittableRandom random = new SplittableRandom(1);
  private final History history = new History();
  private final Op[] open = new Op[PROCESSES];
  private final Op[] ends = new Op[PROCESSES];
  private Long value;

  /** Lets a correct register answer: each operation takes effect at a moment while it is open. */
  @Setup
  public void record() {
    int begun = 0;
    while (begun < operations || Arrays.stream(open).anyMatch(op -> op != null)) {
      int process = random.nextInt(PROCESSES);
      if (open[process] == null) {
        if (begun < operations) {
          begun++;
          open[process] = invocation(process);
          history.add(open[process]);
        }
      } else if (ends[process] == null) {
        ends[process] = takeEffect(open[process]);
      } else {
        history.add(withIndex(ends[process], history.size(), ends[process].error()));
        open[process] = null;
        ends[process] = null;
      }
    }
  }

  private Op invocation(int process) {
    long any = random.nextInt(VALUES);
    if (process < PROCESSES / 2) {
      return op(process, OpType.INVOKE, "read", new LinKvOp.Read(0, null));
    }
    return random.nextInt(3) == 0
        ? op(process, OpType.INVOKE, "write", new LinKvOp.Write(0, any))
        : op(process, OpType.INVOKE, "cas", new LinKvOp.Cas(0, any, random.nextInt(VALUES)));
  }

  private Op takeEffect(Op op) {
    LinKvOp argument = (LinKvOp) op.value();
    if (argument instanceof LinKvOp.Read) {
      return op(op.process(), OpType.OK, "read", new LinKvOp.Read(0, value));
    } else if (argument instanceof LinKvOp.Write write) {
      value = write.value();
    } else if (argument instanceof LinKvOp.Cas cas) {
      if (value == null || cas.from() != value) {
        return refused(op(op.process(), OpType.FAIL, "cas", cas));
      }
      value = cas.to();
    }
    return op(op.process(), OpType.OK, op.f(), argument);
  }

  private Op op(int process, OpType type, String f, LinKvOp argument) {
    long index = history.size();
    return new Op(index, index, process, "n0", type, f, argument, null, null, false);
  }

  private Op refused(Op op) {
    String name = value == null ? "key-does-not-exist" : "precondition-failed";
    return withIndex(op, op.index(), List.of(Keyword.of(name), ""));
  }

  private static Op withIndex(Op op, long index, Object error) {
    return new Op(
        index, index, op.process(), op.node(), op.type(), op.f(), op.value(), error, null, false);
  }

  /** The analysis of the whole history. */
  @Benchmark
  public Result check() {
    Result result = new LinearChecker(LIMIT).check(history);
    if (result.validity() != Validity.VALID) {
      throw new AssertionError(result);
    }
    return result;
  }
}
