package glomers.log;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;

/**
 * log4j, set up to write to standard error. Making one starts log4j, which takes a while.
 * Configured in code: finding and parsing a file takes longer.
 */
final class Log4jStderr {
  private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level [%t] %msg%n%xEx";

  private final LoggerConfig root;

  Log4jStderr() {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.setStatusLevel(Level.ERROR);
    builder.setShutdownHook("disable"); // the runtime closes the log itself at the end
    builder.add(
        builder
            .newAppender("stderr", "Console")
            .addAttribute("target", ConsoleAppender.Target.SYSTEM_ERR)
            .add(builder.newLayout("PatternLayout").addAttribute("pattern", PATTERN)));
    builder.add(builder.newRootLogger(Level.ALL).add(builder.newAppenderRef("stderr")));
    LoggerContext context = Configurator.initialize(builder.build());
    root = context.getConfiguration().getRootLogger();
  }

  void write(LogEvent next) {
    root.log(
        Log4jLogEvent.newBuilder()
            .setLoggerName(next.logger())
            .setLevel(level(next.level()))
            .setMessage(new SimpleMessage(next.message()))
            .setThrown(next.thrown())
            .setThreadName(next.thread())
            .setTimeMillis(next.timeMillis())
            .build());
  }

  private static Level level(System.Logger.Level level) {
    return switch (level) {
      case TRACE, ALL -> Level.TRACE;
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARN;
      case ERROR, OFF -> Level.ERROR;
    };
  }
}
