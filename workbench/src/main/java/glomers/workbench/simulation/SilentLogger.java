package glomers.workbench.simulation;

import java.util.ResourceBundle;

/** A log that drops everything: simulated runs report by their results. */
public enum SilentLogger implements System.Logger {
  INSTANCE;

  @Override
  public String getName() {
    return "simulation";
  }

  @Override
  public boolean isLoggable(Level level) {
    return false;
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {}

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... params) {}
}
