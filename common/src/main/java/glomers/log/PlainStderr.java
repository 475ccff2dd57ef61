package glomers.log;

/**
 * Lines on standard error without log4j, for when it can't start: starting it takes memory, and
 * what is to be logged may be that there is none.
 */
final class PlainStderr {
  private PlainStderr() {}

  static void write(LogEvent event) {
    System.err.println(event.level() + " [" + event.thread() + "] " + event.message());
    if (event.thrown() != null) {
      event.thrown().printStackTrace();
    }
  }
}
