package glomers.workbench.simulation;

import java.util.ResourceBundle;

/**
 * The log of simulated runs, of which there may be thousands: what they have to say is in results.
 */
enum SilentLogger implements System.Logger {
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
