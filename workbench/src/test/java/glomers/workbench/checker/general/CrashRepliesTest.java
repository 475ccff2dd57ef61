package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrashRepliesTest {
  private final HistoryBuilder history = new HistoryBuilder();

  @Test
  void saysWhatAHandlerHasThrown() {
    history.invoke(0, "send", 1).info(0, List.of(Keyword.of("crash"), "FullException: no room"));
    history.invoke(1, "send", 2).info(1, List.of(Keyword.of("crash"), "FullException: no room"));
    assertThat(CrashReplies.note(history.build()))
        .hasValueSatisfying(
            note ->
                assertThat(note)
                    .startsWith("2 operations ended with the error crash, for a handler has thrown")
                    .contains("send on n0 at ")
                    .endsWith(": FullException: no room."));
  }

  @Test
  void saysNothingOfOtherErrors() {
    history.invoke(0, "send", 1).fail(0, List.of(Keyword.of("abort"), "?"));
    history.invoke(1, "crash", null).info(1, Keyword.of("net-timeout"));
    assertThat(CrashReplies.note(history.build())).isEmpty();
  }
}
