package glomers.workbench.workload.register;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.edn.JsonValues;
import glomers.workbench.session.CallSession;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.ErrorRule;
import glomers.workbench.session.Session.Invocation;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.WorkloadType;
import java.time.Duration;
import java.util.Optional;

/** A key-value store each of whose keys is a linearizable register. */
public final class LinKvWorkload implements Workload {
  public static final WorkloadType TYPE =
      new WorkloadType(
          "lin-kv",
          "a key-value store that is linearizable",
          new WorkloadType.ConcurrencyRule("2n", LinKvWorkload::problem),
          true,
          LinKvWorkload::new);

  record Read(long key) implements Body {}

  record ReadOk(JsonElement value) implements Body {}

  record Write(long key, long value) implements Body {}

  record WriteOk() implements Body {}

  record Cas(long key, long from, long to) implements Body {}

  record CasOk() implements Body {}

  private final TestOptions options;

  private LinKvWorkload(TestOptions options) {
    this.options = options;
  }

  private static Optional<String> problem(int nodes, int workers) {
    int group = 2 * nodes;
    return workers % group == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                "lin-kv needs two workers for each node, or a multiple of that: 2n (%d), 4n (%d) or"
                    + " 6n (%d) with %d nodes",
                group, 2 * group, 3 * group, nodes));
  }

  static Invocation read(long key) {
    return new Invocation("read", new LinKvOp.Read(key, null));
  }

  static Invocation write(long key, long value) {
    return new Invocation("write", new LinKvOp.Write(key, value));
  }

  static Invocation cas(long key, long from, long to) {
    return new Invocation("cas", new LinKvOp.Cas(key, from, to));
  }

  @Override
  public Generator generator() {
    return new LinKvGenerator(options);
  }

  /** Ten times the mean latency; one second at least. */
  @Override
  public Duration timeout() {
    return Duration.ofMillis(Math.max(1_000, 10 * options.latency().meanMillis()));
  }

  @Override
  public boolean reopensSessions() {
    return false;
  }

  @Override
  public LinKvOp value(String f, Object edn) {
    return LinKvOp.of(f, edn);
  }

  @Override
  public Session open(Rpc rpc) {
    return new CallSession(rpc)
        .on(
            "read",
            ErrorRule.ALWAYS_FAIL,
            LinKvOp.Read.class,
            read -> new Read(read.key()),
            ReadOk.class,
            (read, reply) -> new LinKvOp.Read(read.key(), JsonValues.of(reply.body().value())))
        .on(
            "write",
            LinKvOp.Write.class,
            write -> new Write(write.key(), write.value()),
            WriteOk.class,
            (write, reply) -> write)
        .on(
            "cas",
            LinKvOp.Cas.class,
            cas -> new Cas(cas.key(), cas.from(), cas.to()),
            CasOk.class,
            (cas, reply) -> cas);
  }

  @Override
  public Checker checker() {
    return new LinearChecker(options.analysisLimit(), options.rules());
  }
}
