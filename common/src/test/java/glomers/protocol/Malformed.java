package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;

/** Expects input to be refused, and in the one way that is right. */
final class Malformed {
  private Malformed() {}

  static RpcException line(String line) {
    return refused(catchThrowableOfType(RpcException.class, () -> Codec.decode(line)), line);
  }

  static <B extends Body> RpcException body(String json, Class<B> type) {
    return refused(
        catchThrowableOfType(
            RpcException.class,
            () -> Codec.body(JsonParser.parseString(json).getAsJsonObject(), type)),
        json);
  }

  private static RpcException refused(RpcException thrown, String input) {
    assertThat(thrown).describedAs("what %s led to", input).isNotNull();
    assertThat(thrown.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    assertThat(thrown.text()).isNotBlank().doesNotContain("\n");
    return thrown;
  }
}
