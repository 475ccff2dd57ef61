package glomers.bench.process;

import glomers.node.Node;
import glomers.node.StdioRuntime;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A key-value store that the tests run as a process. Its nodes know nothing of each other. */
public final class StoreProgram {
  /** How it goes about it. */
  public enum Mode {
    /** As it should, for clients that keep to one node. */
    GOOD,
    /** Forgets every second write. */
    FORGETS,
    /** Refuses every second write. */
    REFUSES,
    /** Ends at the tenth write. */
    QUITS
  }

  private final Mode mode;
  private final Map<Long, Long> values = new HashMap<>();
  private int writes;

  private StoreProgram(Mode mode, Node node) {
    this.mode = mode;
    node.on(LinKv.Write.class, request -> write(request.body()));
    node.on(
        LinKv.Read.class,
        request -> new LinKv.ReadOk(values.getOrDefault(request.body().key(), 0L)));
    node.on(LinKv.Cas.class, request -> cas(request.body()));
  }

  private LinKv.WriteOk write(LinKv.Write write) {
    boolean second = ++writes % 2 == 0;
    if (writes == 10 && mode == Mode.QUITS) {
      Runtime.getRuntime().halt(0);
    }
    if (second && mode == Mode.REFUSES) {
      throw new RpcException(ErrorCode.TEMPORARILY_UNAVAILABLE, "not now");
    }
    if (!second || mode != Mode.FORGETS) {
      values.put(write.key(), write.value());
    }
    return new LinKv.WriteOk();
  }

  private LinKv.CasOk cas(LinKv.Cas cas) {
    values.replace(cas.key(), cas.from(), cas.to());
    return new LinKv.CasOk();
  }

  static Subject subject(Mode mode) {
    return new Subject(
        mode.name(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            StoreProgram.class.getName(),
            mode.name()));
  }

  public static void main(String[] args) {
    StdioRuntime.run(node -> new StoreProgram(Mode.valueOf(args[0]), node));
  }
}
