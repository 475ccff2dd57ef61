package glomers.bench.report;

/** The metrics, in the order in which they are shown. */
public enum Metric {
  START("start of one node to `init_ok`", "ms"),
  START_CPU("CPU of that", "ms"),
  START_RESIDENT("memory then", "MB"),
  CROWD("start of 25 at once to the last `init_ok`", "ms"),
  CROWD_CPU("CPU of all", "ms"),
  CROWD_RESIDENT("memory of one of them then", "MB"),
  WARM_START("the same of 3d, warmed up", "ms"),
  WARM_START_CPU("CPU of that", "ms"),
  WARM_START_RESIDENT("memory then", "MB"),
  WARM_CROWD("start of 25 nodes of 3d at once, warmed up", "ms"),
  WARM_CROWD_CPU("CPU of all", "ms"),
  WARM_CROWD_RESIDENT("memory of one of them then", "MB"),
  THROUGHPUT("echoes through the pipe", "/s"),
  THROUGHPUT_CPU("CPU per echo", "µs"),
  THROUGHPUT_WRITES("writes per echo, under load", ""),
  THROUGHPUT_RESIDENT("greatest memory", "MB"),
  PING_PONG_P50("one echo at a time, p50", "µs"),
  PING_PONG_P99("one echo at a time, p99", "µs"),
  PING_PONG_WRITES("writes per echo, one at a time", ""),
  PACED_P50("200 echoes per second from the start, p50", "µs"),
  PACED_P99("200 echoes per second from the start, p99", "µs"),
  PACED_RESIDENT("memory after 12 s of that", "MB"),
  WORKBENCH_P50("25 nodes, 5,000 messages per second: latency, p50", "ms"),
  WORKBENCH_P99("25 nodes, 5,000 messages per second: latency, p99", "ms"),
  WORKBENCH_CPU("CPU of the workbench per message", "µs"),
  WORKBENCH_RESIDENT("greatest memory of the workbench", "MB"),
  SHUTDOWN_OVERHEAD("`test -w echo`: shutdown overhead", "s"),
  SIMULATE_3B("simulated 3b, 5 nodes, 20 s", "ms"),
  SIMULATE_3D("simulated 3d, 25 nodes, 100 operations per second: virtual seconds per second", ""),
  SIMULATE_5C("simulated 5c, 2 nodes, 1,000 operations per second: virtual seconds per second", ""),
  APPEND_1("storage: appends, each after the sync of the one before", "/s"),
  APPEND_1_P99("such a sync, p99", "µs"),
  FORCE_1("bare writes of as many bytes, each forced", "/s"),
  APPEND_100("storage: appends, with 100 waiting for their sync", "/s"),
  APPEND_100_P99("such a sync, p99", "µs"),
  FORCE_100("bare writes, forced 100 at a time", "/s"),
  APPEND_100_SHARE("storage, of the bare writes", "%"),
  RAFT_MESSAGES(
      "simulated raft-8e, 5 nodes, 500 operations per second, latency 10 ms: messages per"
          + " operation",
      ""),
  RAFT_P50("such an operation, p50", "ms"),
  RAFT_P99("such an operation, p99", "ms"),
  RAFT_UNANSWERED("operations that fail for want of a leader after the first second", ""),
  FAILOVER_P50(
      "simulated raft-8e, from the loss of the leader to the next answer, 1,000 times: p50", "ms"),
  FAILOVER_MAX("the longest of them", "ms"),
  TXN_MESSAGES(
      "simulated raft-8f, 3 nodes, 100 transactions per second, latency 10 ms: messages per"
          + " transaction",
      ""),
  LOOP_RATE("Raft, 3 nodes, 64 clients in a closed loop: operations", "/s"),
  LOOP_P50("such an operation, p50", "ms"),
  LOOP_P99("such an operation, p99", "ms"),
  LOOP_FAILED("operations that fail", "%"),
  LOOP_MESSAGES("messages between nodes per operation", ""),
  LOOP_CPU("CPU of the nodes per operation", "µs"),
  LOOP_OWN("of the machine, what network and clients take", "%"),
  RESTART("raft-8e: restart after 1,000,000 writes of 10,000 keys, to `init_ok`", "ms"),
  RESTART_CPU("CPU of that", "ms"),
  RESTART_READ("the same, to the first answer", "ms"),
  RESTART_STATE("the state then: the bytes of its snapshot", "KB"),
  RESTART_DISK("snapshot and log, of the state", "×"),
  LINEAR_2000("lin-kv checker: 2,000 operations on one key, 10 processes", "ms"),
  LINEAR_10000("lin-kv checker: 10,000 operations on one key, 10 processes", "ms"),
  KAFKA_20000("kafka checker: 20,000 operations", "ms"),
  TXN_20000("txn checker: 20,000 transactions on registers", "ms"),
  TXN_100000("txn checker: 100,000 transactions on registers", "ms"),
  DECODE("codec: a line to a typed body", "ns"),
  ENCODE("codec: a typed body to a line", "ns"),
  DECODE_1000("codec: a line with 1,000 numbers to a typed body", "µs"),
  ENCODE_1000("codec: 1,000 numbers to a line", "µs"),
  EVENT("event queue: an event in and out, among 1,000", "ns"),
  RECORD("report: a message recorded", "ns"),
  RECORD_SHARE("the same, of the workbench's CPU per message", "%");

  private final String label;
  private final String unit;

  Metric(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  /** The name, in Markdown, with its unit. */
  public String title() {
    return unit.isEmpty() ? label : label + ", " + unit;
  }
}
