package glomers.workbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** A log that keeps its lines. */
final class ListLog implements System.Logger {
  final List<String> lines = new ArrayList<>();

  @Override
  public String getName() {
    return "list";
  }

  @Override
  public boolean isLoggable(Level level) {
    return true;
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
    lines.add(message);
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... params) {
    lines.add(format);
  }
}
