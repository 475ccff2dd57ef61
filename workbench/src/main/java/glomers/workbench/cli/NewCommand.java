package glomers.workbench.cli;

import glomers.workbench.options.Workloads;
import glomers.workbench.scaffold.NewPart;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code workbench new}: begins a part of this workspace. */
@Command(
    name = "new",
    description =
        "Begins a new part: a module that builds, with the messages of a workload as records and a"
            + " handler for each that is to be written. Run it in the workspace's root.")
final class NewCommand extends Subcommand {
  @Parameters(paramLabel = "PART", description = "The module's name, such as my-counter.")
  private String name;

  @Option(
      names = {"-w", "--workload"},
      required = true,
      paramLabel = "NAME",
      description = "What the part is tested by, see below.")
  private String workload;

  @Override
  public Integer call() throws Exception {
    Path server;
    try {
      server = new NewPart(Path.of(""), name, Workloads.named(workload)).write();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
    PrintWriter out = out();
    out.println("The handlers are to be written in " + server + ". Then:");
    out.println("    make run MODULE=" + name);
    out.println("    mvn verify -pl " + name + " -am");
    return 0;
  }
}
