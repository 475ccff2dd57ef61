package glomers.workbench.workload.kafka;

import glomers.node.StdioRuntime;

/** {@link LogServer} as a program. */
public final class LogProgram {
  private LogProgram() {}

  public static void main(String[] args) {
    StdioRuntime.run(LogServer::new);
  }
}
