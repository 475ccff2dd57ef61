package glomers.workbench.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.protocol.Message;
import glomers.workbench.client.ReplySchema.Kind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplySchemaTest {
  private static final ReplySchema READ_OK =
      new ReplySchema("read_ok", Map.of("messages", Kind.ARRAY, "tag", Kind.ANY));

  private static Optional<String> problem(ReplySchema schema, String body) {
    return schema.problem(new Message("n0", "c0", JsonParser.parseString(body).getAsJsonObject()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'read_ok', 'messages': [], 'tag': 1}",
        "{'type': 'read_ok', 'messages': [1, 'a'], 'tag': null, 'in_reply_to': 1}",
        "{'tag': {}, 'messages': [], 'msg_id': 4, 'in_reply_to': 1, 'type': 'read_ok'}"
      })
  void theDeclaredFieldsAndThoseOfTheProtocolAreFine(String body) {
    assertThat(problem(READ_OK, body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type': 'echo_ok', 'messages': [], 'tag': 1} \
          | its type must be "read_ok", but is "echo_ok"
          {'messages': [], 'tag': 1} \
          | its type must be "read_ok", but is ""
          {'type': 3, 'messages': [], 'tag': 1} \
          | its type must be "read_ok", but is ""
          {'type': 'read_ok', 'tag': 1} \
          | the field "messages" is missing
          {'type': 'read_ok', 'messages': []} \
          | the field "tag" is missing
          {'type': 'read_ok'} \
          | the field "messages" is missing
          {'type': 'read_ok', 'messages': null, 'tag': 1} \
          | the field "messages" must be an array
          {'type': 'read_ok', 'messages': {'0': 1}, 'tag': 1} \
          | the field "messages" must be an array
          {'type': 'read_ok', 'messages': [], 'tag': 1, 'value': 2} \
          | the field "value" does not belong there; leave it out
          """)
  void whatIsWrongIsNamed(String body, String problem) {
    assertThat(problem(READ_OK, body)).contains(problem);
  }

  @Test
  void aReplyWithoutFieldsMayHaveNone() {
    ReplySchema topologyOk = new ReplySchema("topology_ok", Map.of());
    assertThat(problem(topologyOk, "{'type': 'topology_ok', 'in_reply_to': 1}")).isEmpty();
    assertThat(problem(topologyOk, "{'type': 'topology_ok', 'topology': {}}"))
        .contains("the field \"topology\" does not belong there; leave it out");
  }
}
