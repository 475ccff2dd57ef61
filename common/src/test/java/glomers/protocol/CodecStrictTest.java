package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test bench reads as strictly as Maelstrom's schemas do; nodes are lenient. */
class CodecStrictTest {
  record ReadOk(List<JsonElement> messages) implements Body {}

  private static ReadOk strict(String body) {
    return Codec.strictBody(JsonParser.parseString(body).getAsJsonObject(), ReadOk.class);
  }

  private static String message(String more) {
    return "{\"src\":\"n1\",\"dest\":\"c1\",\"body\":{\"type\":\"read_ok\"}" + more + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'read_ok','messages':[]}",
        "{'type':'read_ok','messages':[1,'a',null,[2],{}],'in_reply_to':1,'msg_id':-7}",
      })
  void takesDeclaredFields(String body) {
    assertThat(strict(body.replace('\'', '"'))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'read_ok'}                                | the field "messages" is missing
          {'type':'read_ok','messages':1}                   | the field "messages" must be
          {'type':'read','messages':[]}                     | its type must be "read_ok", but is "read"
          {'messages':[]}                                   | its type must be "read_ok", but is ""
          {'type':'read_ok','messages':[],'topology':{}}    | the field "topology" does not belong there
          {'type':'read_ok','messages':[],'msg_id':null}    | the field "msg_id" must be an integer
          {'type':'read_ok','messages':[],'msg_id':'1'}     | the field "msg_id" must be an integer
          {'type':'read_ok','messages':[],'msg_id':1.5}     | the field "msg_id" must be an integer
          {'type':'read_ok','messages':[],'msg_id':[1]}     | the field "msg_id" must be an integer
          {'type':'read_ok','messages':[],'in_reply_to':{}} | the field "in_reply_to" must be an integer
          """)
  void namesTheWrongField(String body, String problem) {
    assertThatThrownBy(() -> strict(body.replace('\'', '"')))
        .isInstanceOf(RpcException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"id\":7", ",\"id\":-1"})
  void takesMaelstromsEnvelope(String more) {
    assertThat(Codec.strictDecode(message(more)).src()).isEqualTo("n1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ,"id":null    | the field "id" must be an integer
          ,"id":"x"     | the field "id" must be an integer
          ,"id":1.5     | the field "id" must be an integer
          ,"id":[1]     | the field "id" must be an integer
          ,"time":1     | the field "time" does not belong there
          ,"Src":"n1"   | the field "Src" does not belong there
          """)
  void namesTheWrongEnvelopeField(String more, String problem) {
    assertThatThrownBy(() -> Codec.strictDecode(message(more)))
        .isInstanceOf(RpcException.class)
        .hasMessageContaining(problem);
    assertThat(Codec.decode(message(more)).src()).as("a node takes it").isEqualTo("n1");
  }

  @Test
  void readsErrorsByTheirWireName() {
    assertThat(Codec.typeOf(ErrorBody.class)).isEqualTo("error");
  }
}
