package glomers.kafka;

import glomers.node.Node;
import glomers.storage.Storage;

/** Servers that acknowledge what a crash can still take back. */
final class BrokenServers {
  private BrokenServers() {}

  /** Writes, and leaves it to chance when that reaches the disk. */
  static final class NeverSyncs {
    NeverSyncs(Node node) {
      logs(node, () -> {});
    }
  }

  /** Begins to sync, and does not wait for it. */
  static final class SyncsTooLate {
    SyncsTooLate(Node node) {
      logs(node, node.storage()::sync);
    }
  }

  private static void logs(Node node, Runnable afterAppend) {
    Logs logs = new Logs();
    Storage storage = node.storage();
    storage.on(Send.class, send -> logs.log(send.key()).append(send.msg()));
    storage.on(CommitOffsets.class, commit -> logs.commit(commit.offsets()));
    storage.replay();
    node.on(
        Send.class,
        request -> {
          Send send = request.body();
          storage.append(send);
          afterAppend.run();
          return new SendOk(logs.log(send.key()).append(send.msg()));
        });
    node.on(Poll.class, request -> logs.poll(request.body()));
    node.on(
        CommitOffsets.class,
        request -> {
          storage.append(request.body());
          afterAppend.run();
          logs.commit(request.body().offsets());
          return new CommitOffsetsOk();
        });
    node.on(ListCommittedOffsets.class, request -> logs.list(request.body()));
  }
}
