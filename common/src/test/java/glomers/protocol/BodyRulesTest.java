package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a class must be like to serve as a body. */
class BodyRulesTest {
  record WithType(String type) implements Body {}

  record WithMsgId(int msgId) implements Body {}

  record WithInReplyTo(Optional<Long> inReplyTo) implements Body {}

  record WithOneNameTwice(int nodeId, int node_id) implements Body {}

  record Pair<A, B>(A first, B second) implements Body {}

  record OfPairs(List<Pair<String, Integer>> pairs) implements Body {}

  record Inner(String type, int msgId) {}

  record WithReservedNamesFurtherIn(Inner inner) implements Body {}

  static final class NoRecord implements Body {}

  private record Hidden(Nested nested) implements Body {
    private record Nested(int value) {}
  }

  @ParameterizedTest
  @ValueSource(classes = {WithType.class, WithMsgId.class, WithInReplyTo.class})
  void namesOfTheProtocolAreRefused(Class<? extends Body> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Codec.typeOf(type))
        .withMessageContaining(type.getName())
        .withMessageContaining("belongs to the protocol");
  }

  @Test
  void nestedRecordsMayUseProtocolNames() {
    WithReservedNamesFurtherIn body = new WithReservedNamesFurtherIn(new Inner("t", 1));
    assertThat(roundTrip(body)).isEqualTo(body);
  }

  @Test
  void classesThatAreNoRecordsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Codec.typeOf(NoRecord.class))
        .withMessageContaining("is no record");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Codec.typeOf(Body.class))
        .withMessageContaining("is no record");
    Body lambdaLike = new Body() {};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encode(lambdaLike))
        .withMessageContaining("is no record");
  }

  @Test
  void componentsThatShareAWireNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Codec.typeOf(WithOneNameTwice.class))
        .withMessageContaining("node_id");
  }

  @ParameterizedTest
  @ValueSource(classes = {Pair.class, OfPairs.class})
  void recordsWithTypeParametersAreRefusedForTheirFieldsHaveNoKnownType(
      Class<? extends Body> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Codec.typeOf(type))
        .withMessageContaining("type parameters");
  }

  @Test
  void aRefusedClassIsRefusedAgain() {
    for (int i = 0; i < 2; i++) {
      assertThatIllegalArgumentException().isThrownBy(() -> Codec.typeOf(WithType.class));
    }
  }

  @Test
  void privateRecordsWithinRecordsWork() {
    Hidden body = new Hidden(new Hidden.Nested(5));
    assertThat(Codec.typeOf(Hidden.class)).isEqualTo("hidden");
    assertThat(encode(body)).contains("{\"type\":\"hidden\",\"nested\":{\"value\":5}}");
    assertThat(roundTrip(body)).isEqualTo(body);
  }

  @Test
  void localRecordsWork() {
    record HeartBeat(int term) implements Body {}

    assertThat(Codec.typeOf(HeartBeat.class)).isEqualTo("heart_beat");
    assertThat(roundTrip(new HeartBeat(3))).isEqualTo(new HeartBeat(3));
  }

  @Test
  void recordsMayContainThemselves() {
    record Tree(String name, List<Tree> branches) implements Body {}

    Tree tree = new Tree("a", List.of(new Tree("b", List.of()), new Tree("c", List.of())));
    assertThat(roundTrip(tree)).isEqualTo(tree);
  }

  @Test
  void exceptionOfRecordMakesMessageMalformed() {
    record Add(int delta) implements Body {
      Add {
        if (delta < 0) {
          throw new IllegalArgumentException("a delta must not be negative");
        }
      }
    }

    RpcException refused = Malformed.body("{\"delta\":-1}", Add.class);
    assertThat(refused.text()).isEqualTo("a delta must not be negative");
  }

  private static String encode(Body body) {
    return Codec.encode("n1", "n2", body, OptionalLong.empty(), OptionalLong.empty());
  }

  private static Body roundTrip(Body body) {
    String line = encode(body);
    assertThat(JsonParser.parseString(line).isJsonObject()).isTrue();
    return Codec.body(Codec.decode(line).body(), body.getClass());
  }
}
