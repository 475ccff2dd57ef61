package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test, no program that it has started runs any more; one that does is ended. */
public final class NothingIsLeft implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    List<ProcessHandle> left = ProcessHandle.current().children().filter(this::isOurs).toList();
    left.forEach(ProcessHandle::destroyForcibly);
    assertThat(left).as("programs that still ran").isEmpty();
  }

  /** The process that runs the tests may have other children. */
  private boolean isOurs(ProcessHandle child) {
    String command = child.info().command().orElse("");
    return command.endsWith("/java") || command.endsWith("/cat");
  }
}
