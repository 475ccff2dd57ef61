package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StdioRuntimeTest {
  private final StdioSession session =
      new StdioSession(node -> node.on(Echo.class, r -> new EchoOk(r.body().echo())));

  @Test
  void writesRepliesToBlockAtOnce() throws Exception {
    List<String> requests = new ArrayList<>(List.of(StdioSession.INIT));
    List<String> replies = new ArrayList<>(List.of(StdioSession.INIT_OK));
    for (int i = 2; i < 100; i++) {
      requests.add(StdioSession.echo(i, "x" + i));
      replies.add(StdioSession.echoOk(i, "x" + i));
    }
    session.in.block(requests.toArray(String[]::new)).end();

    assertThat(session.status()).isZero();
    assertThat(session.out.writes()).containsExactly(String.join("\n", replies) + "\n");
  }

  @Test
  void writesReplyBeforeWaitingForInput() throws Exception {
    session.in.block(StdioSession.INIT);
    session.out.awaitWrites(1);
    for (int i = 2; i < 10; i++) {
      session.in.block(StdioSession.echo(i, "x"));
      session.out.awaitWrites(i);
    }
    session.in.end();

    assertThat(session.status()).isZero();
    assertThat(session.out.writes())
        .hasSize(9)
        .startsWith(StdioSession.INIT_OK + "\n", StdioSession.echoOk(2, "x") + "\n");
  }

  @Test
  void emptyInputEndsNodeWell() throws Exception {
    session.in.end();
    assertThat(session.status()).isZero();
    assertThat(session.out.writes()).isEmpty();
    assertThat(session.log.entries()).describedAs("nothing to tell of").isEmpty();
  }

  @Test
  void answersLastLineWithoutLineBreak() throws Exception {
    session.in.block(StdioSession.INIT).raw(StdioSession.echo(2, "x")).end();
    assertThat(session.status()).isZero();
    assertThat(session.out.lines())
        .containsExactly(StdioSession.INIT_OK, StdioSession.echoOk(2, "x"));
  }

  @Test
  void skipsTruncatedLastLine() throws Exception {
    session.in.block(StdioSession.INIT).raw(StdioSession.echo(2, "x").substring(0, 40)).end();
    assertThat(session.status()).isZero();
    assertThat(session.out.lines()).containsExactly(StdioSession.INIT_OK);
    assertThat(session.log.messages(System.Logger.Level.WARNING)).hasSize(1);
  }

  @Test
  void carriageReturnsAndEmptyLinesDoNoHarm() throws Exception {
    session.in.raw(StdioSession.INIT + "\r\n\r\n\n" + StdioSession.echo(2, "x") + "\r\n").end();
    assertThat(session.status()).isZero();
    assertThat(session.out.lines())
        .containsExactly(StdioSession.INIT_OK, StdioSession.echoOk(2, "x"));
  }

  @Test
  void aLineOfTenMegabytesIsAnswered() throws Exception {
    String text = "héllo wörld ".repeat((10 << 20) / 14);
    session
        .in
        .block(StdioSession.INIT, StdioSession.echo(2, text), StdioSession.echo(3, "x"))
        .end();
    assertThat(session.status()).isZero();
    List<String> lines = session.out.lines();
    assertThat(lines).hasSize(3).last().isEqualTo(StdioSession.echoOk(3, "x"));
    assertThat(lines.get(1).equals(StdioSession.echoOk(2, text))).isTrue();
  }

  @Test
  void closedOutputEndsNodeWithStatus1() throws Exception {
    session.in.block(StdioSession.INIT);
    session.out.awaitWrites(1);
    session.out.breakIt();
    session.in.block(StdioSession.echo(2, "x"), StdioSession.echo(3, "x"));

    assertThat(session.status()).describedAs("without an end of the input").isEqualTo(1);
    assertThat(session.out.lines()).containsExactly(StdioSession.INIT_OK);
    assertThat(session.log.messages(System.Logger.Level.ERROR))
        .containsExactly("standard output can't be written: is its reader gone?");
  }

  @Test
  void theStreamsOfTheProcessAreLeftAlone() throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    session.in.block(StdioSession.INIT).end();
    session.status();
    assertThat(System.out).isSameAs(out);
    assertThat(System.err).isSameAs(err);
  }
}
