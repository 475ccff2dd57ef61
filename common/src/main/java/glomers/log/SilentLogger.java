package glomers.log;

import java.util.ResourceBundle;

/** A log that drops everything, for nodes in memory: whoever runs them sees what they do. */
public enum SilentLogger implements System.Logger {
  INSTANCE;

  @Override
  public String getName() {
    return "silent";
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
