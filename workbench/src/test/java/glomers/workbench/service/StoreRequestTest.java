package glomers.workbench.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and replies in the form that travels, against lin-kv and lin-tso. */
class StoreRequestTest {
  private final Service store = new LinearizableStore(true);

  private String ask(String body) {
    return Requests.ask(store, "n0", body.replace('\'', '"'));
  }

  @Test
  void returnsWhatWasWrittenDigitByDigit() {
    String value = "{\"a\":[1.50,12345678901234567890123],\"b\":null}";
    assertThat(ask("{'type':'write','key':1,'value':" + value + "}"))
        .isEqualTo("{\"type\":\"write_ok\"}");
    assertThat(ask("{'type':'read','key':1}"))
        .isEqualTo("{\"type\":\"read_ok\",\"value\":" + value + "}");
  }

  @Test
  void namesWhatDoesNotExist() {
    String error = "{\"type\":\"error\",\"code\":20,\"text\":\"key does not exist\"}";
    assertThat(ask("{'type':'read','key':1}")).isEqualTo(error);
    assertThat(ask("{'type':'cas','key':1,'from':null,'to':2}")).isEqualTo(error);
  }

  @Test
  void namesBothValuesWhenTheyDiffer() {
    ask("{'type':'write','key':'k','value':['a',{'b':null}]}");
    assertThat(ask("{'type':'cas','key':'k','from':3,'to':4}"))
        .isEqualTo(
            "{\"type\":\"error\",\"code\":22,"
                + "\"text\":\"current value [\\\"a\\\" {\\\"b\\\" nil}] is not 3\"}");
  }

  @Test
  void swapsTheValueItExpects() {
    ask("{'type':'write','key':'k','value':{'a':1,'b':2}}");
    assertThat(ask("{'type':'cas','key':'k','from':{'b':2,'a':1},'to':4}"))
        .isEqualTo("{\"type\":\"cas_ok\"}");
    assertThat(ask("{'type':'read','key':'k'}")).contains("\"value\":4");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "0, true", "'\"\"', true", "false, false", "null, false"})
  void createsByCasIfAskedTo(String flag, boolean created) {
    String reply =
        ask("{'type':'cas','key':1,'from':5,'to':6,'create_if_not_exists':" + flag + "}");
    assertThat(reply).contains(created ? "cas_ok" : "\"code\":20");
    assertThat(ask("{'type':'read','key':1}")).contains(created ? "\"value\":6" : "\"code\":20");
  }

  @ParameterizedTest
  @CsvSource({"1, 1.0", "1, '\"1\"'", "1e2, 100", "null, 0", "[1], [1.0]", "true, '\"true\"'"})
  void tellsSimilarKeysApart(String one, String other) {
    ask("{'type':'write','key':" + one + ",'value':1}");
    assertThat(ask("{'type':'read','key':" + other + "}")).contains("\"code\":20");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.00",
    "1e2, 100.0",
    "'\"a\"', '\"\\u0061\"'",
    "9007199254740993, 9007199254740993"
  })
  void knowsEqualKeysAgain(String one, String other) {
    ask("{'type':'write','key':" + one + ",'value':1}");
    assertThat(ask("{'type':'read','key':" + other + "}")).contains("read_ok");
  }

  @Test
  void keepsLargeIntegersApart() {
    ask("{'type':'write','key':9007199254740993,'value':1}");
    assertThat(ask("{'type':'read','key':9007199254740992}")).contains("\"code\":20");
  }

  @Test
  void takesMissingFieldsForNull() {
    assertThat(ask("{'type':'write'}")).isEqualTo("{\"type\":\"write_ok\"}");
    assertThat(ask("{'type':'read','key':null}"))
        .isEqualTo("{\"type\":\"read_ok\",\"value\":null}");
    assertThat(ask("{'type':'cas','to':1}")).isEqualTo("{\"type\":\"cas_ok\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'ts'}", "{'type':'delete','key':1}", "{}", "{'type':7}"})
  void refusesOtherTypes(String body) {
    assertThatThrownBy(() -> ask(body)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsTimestampsFromZero() {
    Service oracle = new TimestampService();
    for (int i = 0; i < 3; i++) {
      assertThat(Requests.ask(oracle, "n" + i, "{\"type\":\"ts\"}"))
          .isEqualTo("{\"type\":\"ts_ok\",\"ts\":" + i + "}");
    }
    assertThatThrownBy(() -> Requests.ask(oracle, "n0", "{\"type\":\"read\",\"key\":1}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
