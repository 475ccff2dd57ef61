package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.Ping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server sees of its node. */
class EngineNodeTest {
  @Test
  void idsAndPeersKeepTheOrderOfInit() {
    Node view = view("['n3','n1','n10','n2']");
    assertThat(view.id()).isEqualTo("n1");
    assertThat(view.ids()).containsExactly("n3", "n1", "n10", "n2");
    assertThat(view.peers()).containsExactly("n3", "n10", "n2");
    assertThat(view.peersExcept("n10")).containsExactly("n3", "n2");
  }

  @Test
  void peersExceptNonPeerAreAllPeers() {
    Node view = view("['n2','n1','n3']");
    assertThat(view.peersExcept("c1")).containsExactly("n2", "n3");
    assertThat(view.peersExcept("n1")).containsExactly("n2", "n3");
  }

  @Test
  void aNodeAloneHasNoPeers() {
    assertThat(view("['n1']").peers()).isEmpty();
  }

  @Test
  void initCantBeHandled() {
    Node view = view("['n1']");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> view.on(glomers.protocol.Init.class, request -> new Ping()))
        .withMessageContaining("constructor");
  }

  @Test
  void theListsCannotBeChanged() {
    Node view = view("['n1','n2']");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> view.ids().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> view.peers().clear());
  }

  @Test
  void sendToManySendsEachTheSame() {
    List<Node> views = new ArrayList<>();
    TestNode node = TestNode.started(views::add);
    views.get(0).send(List.of("n3", "n2"), new Echo("x"));
    views.get(0).send(List.of(), new Echo(null));
    assertThat(node.sent())
        .containsExactly(
            "n1 -> n3 {'type':'echo','echo':'x'}", "n1 -> n2 {'type':'echo','echo':'x'}");
  }

  @Test
  void sendSendsAMessageThatExpectsNoReply() {
    List<Node> views = new ArrayList<>();
    TestNode node = TestNode.started(views::add);
    views.get(0).send("n3", new Echo("x"));
    views.get(0).send("n1", new Ping());
    assertThat(node.sent())
        .containsExactly("n1 -> n3 {'type':'echo','echo':'x'}", "n1 -> n1 {'type':'ping'}");
    assertThatIllegalArgumentException().isThrownBy(() -> views.get(0).send("n3", new Echo(null)));
    assertThat(node.sent()).isEmpty();
  }

  @Test
  void usesClockRandomnessAndLogOfEnvironment() {
    List<Node> views = new ArrayList<>();
    TestNode node = TestNode.started(views::add);
    Node view = views.get(0);
    Duration before = view.now();
    node.advance(Duration.ofMillis(1500));
    assertThat(view.now().minus(before)).isEqualTo(Duration.ofMillis(1500));
    assertThat(view.random()).isSameAs(node.environment().random());
    assertThat(view.log()).isSameAs(node.log());
  }

  private static Node view(String ids) {
    List<Node> views = new ArrayList<>();
    TestNode.waiting(views::add).receive(TestNode.INIT.formatted(ids));
    return views.get(0);
  }
}
