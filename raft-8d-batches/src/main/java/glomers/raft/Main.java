package glomers.raft;

import glomers.node.StdioRuntime;

/** Runs a {@link Server} on standard input and output. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    StdioRuntime.run(Server::new);
  }
}
