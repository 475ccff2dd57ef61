package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.node.Request;
import glomers.storage.Disk;
import glomers.storage.Storage;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.simulation.ServerFactory;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What it costs to sync, on a disk that takes 5 ms for it: the table of the article. */
class GroupCommitTest {
  private int syncs;

  /**
   * What a run was like.
   *
   * @param records per sync; infinite without syncs
   */
  private record Cost(long sends, double records, long medianMillis, long worstMillis) {}

  private <S> Cost cost(ServerFactory<S> server) {
    syncs = 0;
    History history =
        Simulation.of(server)
            .disks(Counting::new)
            .diskLatency(Duration.ofMillis(5))
            .workload("kafka")
            .nodes(1)
            .concurrency("100n")
            .rate(1_000)
            .timeLimit(Duration.ofSeconds(10))
            .seed(1)
            .run()
            .history();
    List<Op> sends = history.clientOps().filter(op -> op.isOk() && op.f().equals("send")).toList();
    List<Long> nanos =
        sends.stream()
            .map(ok -> ok.timeNanos() - history.invocation(ok).timeNanos())
            .sorted()
            .toList();
    return new Cost(
        sends.size(),
        (double) sends.size() / syncs,
        nanos.get(nanos.size() / 2) / 1_000_000,
        nanos.get(nanos.size() - 1) / 1_000_000);
  }

  private final class Counting extends BrokenDisks.Passing {
    Counting(Disk disk) {
      super(disk);
    }

    @Override
    public void force(String file) {
      syncs++;
      super.force(file);
    }
  }

  /** Appends a message when the one before is synced. */
  private static final class OneByOne {
    private final Logs logs = new Logs();
    private final Storage storage;
    private CompletionStage<Void> last = CompletableFuture.completedFuture(null);

    OneByOne(Node node) {
      storage = node.storage();
      storage.replay();
      node.onAsync(Send.class, this::send);
      node.on(Poll.class, request -> logs.poll(request.body()));
      node.on(CommitOffsets.class, request -> new CommitOffsetsOk());
      node.on(ListCommittedOffsets.class, request -> logs.list(request.body()));
    }

    private CompletionStage<SendOk> send(Request<Send> request) {
      Send send = request.body();
      last =
          last.thenCompose(
              done -> {
                storage.append(send);
                return storage.sync();
              });
      return last.thenApply(done -> new SendOk(logs.log(send.key()).append(send.msg())));
    }
  }

  @Test
  void noSyncCostsNothing() {
    Cost cost = cost(BrokenServers.NeverSyncs::new);
    System.err.println(cost);
    assertThat(cost.worstMillis()).isZero();
  }

  @Test
  @DisplayName("200 syncs per second are 200 sends per second; the others wait in a queue")
  void syncForEachIsSlow() {
    Cost cost = cost(OneByOne::new);
    System.err.println(cost);
    assertThat(cost.records()).isBetween(0.9, 1.1);
    assertThat(cost.medianMillis()).isGreaterThan(100);
  }

  @Test
  void groupCommitSharesSyncs() {
    Cost cost = cost(Server::new);
    System.err.println(cost);
    assertThat(cost.records()).isGreaterThan(2);
    assertThat(cost.worstMillis()).isLessThanOrEqualTo(15);
  }
}
