package glomers.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import glomers.protocol.Codec;
import glomers.protocol.Init;
import glomers.protocol.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(NothingIsLeft.class)
class RunningNodeTest {
  private static RunningNode start(String script) throws IOException {
    return RunningNode.start(new Subject("script", List.of("sh", "-c", script)));
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  @Test
  void linesGoThereAndBack() throws IOException {
    try (RunningNode node = start("exec cat")) {
      node.send(RunningNode.Messages.echo(1));
      node.send(RunningNode.Messages.echo(2));
      assertThat(node.awaitLine() + "\n").isEqualTo(text(RunningNode.Messages.echo(1)));
      assertThat(node.awaitLine() + "\n").isEqualTo(text(RunningNode.Messages.echo(2)));
    }
  }

  @Test
  void echoesLookAsMaelstromsDo() {
    assertThat(text(RunningNode.Messages.echo(131)))
        .isEqualTo(
            """
            {"id":131,"src":"c1","dest":"n0","body":{"echo":"Please echo 3","type":"echo","msg_id":131}}
            """);
  }

  @Test
  void theNodeIsInitialisedByItself() {
    Message init = Codec.decode(text(RunningNode.Messages.INIT));
    assertThat(init.type()).contains("init");
    assertThat(init.msgId()).hasValue(1);
    assertThat(Codec.body(init.body(), Init.class)).isEqualTo(new Init("n0", List.of("n0")));
    assertThat(text(RunningNode.Messages.INIT)).endsWith("}\n");
  }

  @Test
  void endedNodeCannotBeUsed() throws IOException {
    try (RunningNode node = start("exec <&-; echo bye")) {
      assertThat(node.awaitLine()).isEqualTo("bye");
      assertThatIOException()
          .isThrownBy(node::awaitLine)
          .withMessage("script has ended: sh -c exec <&-; echo bye");
      assertThatIOException()
          .isThrownBy(node::sendInit)
          .withMessage("script has ended: sh -c exec <&-; echo bye");
    }
  }

  @Test
  void endsProgramThatNeverAnswers() {
    Subject deaf = new Subject("deaf", List.of("sh", "-c", "exec cat >/dev/null"));
    assertThatIOException()
        .isThrownBy(() -> RunningNode.startInitialised(deaf))
        .withMessageStartingWith("deaf has ended: ");
  }
}
