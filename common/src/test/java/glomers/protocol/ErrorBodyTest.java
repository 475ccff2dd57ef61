package glomers.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBodyTest {
  @ParameterizedTest
  @CsvSource({
    "0, timeout, false",
    "1, node-not-found, true",
    "10, not-supported, true",
    "11, temporarily-unavailable, true",
    "12, malformed-request, true",
    "13, crash, false",
    "14, abort, true",
    "20, key-does-not-exist, true",
    "21, key-already-exists, true",
    "22, precondition-failed, true",
    "30, txn-conflict, true",
    "2, unknown, false",
    "-1, unknown, false",
    "1001, unknown, false",
  })
  void codesHaveTheProtocolsNames(int code, String name, boolean definite) {
    assertThat(ErrorCode.of(code)).isEqualTo(new ErrorCode(code, name, definite));
    assertThat(ErrorCode.of(code)).hasToString(name + " (" + code + ")");
  }

  @Test
  void anExceptionTravelsAsAnErrorAndBack() {
    RpcException sent = new RpcException(ErrorCode.ABORT, "not today");
    assertThat(ErrorBody.of(sent)).isEqualTo(new ErrorBody(14, Optional.of("not today")));

    RpcException received = ErrorBody.of(sent).toException();
    assertThat(received.code()).isEqualTo(ErrorCode.ABORT);
    assertThat(received.text()).isEqualTo("not today");
    assertThat(received).hasMessage("abort (14): not today");
  }

  @Test
  void anExceptionWithoutATextTravelsToo() {
    assertThat(ErrorBody.of(new RpcException(ErrorCode.ABORT, null)))
        .isEqualTo(new ErrorBody(14, Optional.empty()));
  }

  @Test
  void exceptionSaysThatTextIsMissing() {
    assertThat(new ErrorBody(20, Optional.empty()).toException())
        .hasMessage("key-does-not-exist (20): the reply says no more");
  }

  @Test
  void anExceptionKeepsItsCause() {
    Exception cause = new Exception("why");
    assertThat(RpcException.malformed("what", cause)).hasCause(cause);
  }
}
