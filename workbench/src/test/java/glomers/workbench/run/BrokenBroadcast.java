package glomers.workbench.run;

import glomers.node.Node;
import glomers.protocol.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Broadcast servers, each with one mistake. */
final class BrokenBroadcast {
  private BrokenBroadcast() {}

  /** Passes nothing on. */
  static final class Silent extends Flood {
    Silent(Node node) {
      super(node);
    }

    @Override
    void pass(int message, String src) {}
  }

  /** Acknowledges every tenth value that a client sends it, and forgets it. */
  static final class Forgetful extends Flood {
    private int count;

    Forgetful(Node node) {
      super(node);
    }

    @Override
    void take(int message, String src) {
      boolean forget = src.startsWith("c") && ++count % 10 == 0;
      if (!forget) {
        super.take(message, src);
      }
    }
  }

  /** Keeps one value from one node only. All others have it. */
  static final class KeptFromOne extends Flood {
    static final String NODE = "n0";
    static final int MESSAGE = 3;

    KeptFromOne(Node node) {
      super(node);
    }

    @Override
    List<Integer> read() {
      List<Integer> messages = new ArrayList<>(super.read());
      if (node.id().equals(NODE)) {
        messages.remove((Integer) MESSAGE);
      }
      return messages;
    }
  }

  /** Returns the first value twice. */
  static final class Repeating extends Flood {
    Repeating(Node node) {
      super(node);
    }

    @Override
    List<Integer> read() {
      List<Integer> messages = new ArrayList<>(super.read());
      messages.stream().findFirst().ifPresent(messages::add);
      return messages;
    }
  }

  /** Returns a value that nobody sent. */
  static final class Inventive extends Flood {
    Inventive(Node node) {
      super(node);
    }

    @Override
    List<Integer> read() {
      List<Integer> messages = new ArrayList<>(super.read());
      messages.add(1_000_000);
      return messages;
    }
  }

  /** Sends the topology back, as the article series' readers are tempted to. */
  static final class TopologyEcho extends Flood {
    record TopologyOk(Map<String, List<String>> topology) implements Body {}

    TopologyEcho(Node node) {
      super(node);
    }

    @Override
    Body topologyOk(Topology topology) {
      return new TopologyOk(topology.topology());
    }
  }
}
