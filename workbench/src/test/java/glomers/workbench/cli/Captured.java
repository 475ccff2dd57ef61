package glomers.workbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What the command line answered.
 *
 * @param status the exit status
 */
record Captured(int status, String out, String err) {
  static Captured of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    int status = Main.execute(commandLine, arguments);
    return new Captured(status, out.toString(), err.toString());
  }
}
