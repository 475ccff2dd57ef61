package glomers.workbench.report;

import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Limits on the resources of a {@link RunServer} that slow or hostile clients can use. */
final class ServerLimits {
  private static final int THREADS_MAX = 64;
  private static final long IDLE_THREAD_SECONDS_MAX = 10;

  /** Properties of the JDK's server, which it reads once in the life of a JVM; times in seconds. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "sun.net.httpserver.maxReqTime", "10", // a request without end
          "sun.net.httpserver.maxRspTime", "120", // a reader that doesn't read
          "sun.net.httpserver.idleInterval", "10",
          "sun.net.httpserver.drainAmount", "0", // a body, which nobody here wants
          "jdk.httpserver.maxConnections", "500"); // JDKs that do not know it have no such limit

  private ServerLimits() {}

  /** Sets the limits of time and connections, but for those that the user has set. */
  static void apply() {
    PROPERTIES.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
  }

  /** Threads for requests, each of which a slow client can hold for a while. */
  static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS_MAX,
            THREADS_MAX,
            IDLE_THREAD_SECONDS_MAX,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "serve");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
