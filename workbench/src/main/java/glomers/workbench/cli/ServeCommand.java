package glomers.workbench.cli;

import glomers.workbench.report.RunServer;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code workbench serve}: shows the runs of the store in a browser. */
@Command(
    name = "serve",
    description = "Shows what tests have left in the store, as web pages. Ends with Ctrl-C.")
final class ServeCommand extends Subcommand {
  @Option(
      names = {"-b", "--host"},
      paramLabel = "HOST",
      description = "The address to listen on. Default: ${DEFAULT-VALUE}, this machine only.")
  private String host = "127.0.0.1";

  @Option(
      names = {"-p", "--port"},
      paramLabel = "NUM",
      description = "The port to listen on; 0 for any. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "Where the results are. Default: ${DEFAULT-VALUE}.")
  private Path store = Path.of("store");

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > 65535) {
      throw wrong("--port " + port + ": must be from 0 to 65535", null);
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw wrong("--host " + host + ": there is no such host", null);
    }
    try (RunServer server = RunServer.start(address, store)) {
      out().println("The runs in " + store + " are at " + server.address() + " (Ctrl-C to end)");
      if (!Files.isDirectory(store)) {
        out().println("There is no folder " + store + " yet; tests make it when they begin.");
      }
      out().flush();
      new CountDownLatch(1).await();
      return 0;
    } catch (BindException e) {
      throw wrong(
          "can't listen on %s:%s (%s): is it in use? Choose another by --port"
              .formatted(host, port, e.getMessage()),
          e);
    }
  }
}
