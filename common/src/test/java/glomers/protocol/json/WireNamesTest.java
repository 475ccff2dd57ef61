package glomers.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireNamesTest {
  @ParameterizedTest
  @CsvSource({
    "BroadcastOk, broadcast_ok",
    "TxnRwRegister, txn_rw_register",
    "HTTPServer, http_server",
    "ServerHTTP, server_http",
    "ReadHTTPHeader, read_http_header",
    "HTTP, http",
    "Echo, echo",
    "nodeIds, node_ids",
    "key, key",
    "X, x",
    "x, x",
    "aB, a_b",
    "AB, ab",
    "ABc, a_bc",
    "Part3, part3",
    "Part3d, part3d",
    "Part3Ok, part3_ok",
    "V2, v2",
    "already_snake, already_snake",
    "ÄrgerÖl, ärger_öl"
  })
  void turnsCamelCaseIntoSnakeCase(String camelCase, String snakeCase) {
    assertThat(WireNames.snakeCase(camelCase)).isEqualTo(snakeCase);
  }

  @ParameterizedTest
  @CsvSource({"broadcast_ok", "in_reply_to", "x"})
  void leavesSnakeCaseAsItIs(String snakeCase) {
    assertThat(WireNames.snakeCase(snakeCase)).isEqualTo(snakeCase);
  }
}
