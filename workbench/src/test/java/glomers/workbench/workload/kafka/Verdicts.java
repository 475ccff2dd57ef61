package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import java.util.List;
import java.util.Map;

/** What the checker makes of a history. */
record Verdicts(Result result) {
  static Verdicts on(LogHistory history) {
    return new Verdicts(new KafkaChecker().check(history.build()));
  }

  /** Nothing is wrong. */
  void areGood() {
    assertThat(types()).isEmpty();
    assertThat(result.findings()).isEmpty();
    assertThat(result.validity()).isEqualTo(Validity.VALID);
  }

  /** Exactly these types of anomalies were found; each has its details and a finding. */
  Verdicts are(String... types) {
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(types()).containsExactlyInAnyOrder(types);
    assertThat(result.details().get("bad-error-types"))
        .isEqualTo(result.details().get("error-types"));
    for (String type : types) {
      assertThat(result.details()).containsKey(type);
      if (!type.equals("strong-PL-2-cycle-exists")) {
        Finding finding = finding(type);
        assertThat(finding.ops()).isNotEmpty();
        assertThat(finding.sentence()).matches("[A-Z0-9].*\\.");
      }
    }
    return this;
  }

  /** Maelstrom would find nothing wrong. */
  void areStricter() {
    assertThat(result.by(Rules.MAELSTROM).validity()).isEqualTo(Validity.VALID);
    assertThat(result.findings()).allMatch(Finding::isStricter);
  }

  /** Maelstrom would find something wrong, too. */
  void areMaelstroms() {
    assertThat(result.by(Rules.MAELSTROM).validity()).isEqualTo(Validity.INVALID);
  }

  /** The first finding of this type says this. */
  Verdicts say(String type, String sentence) {
    assertThat(finding(type).sentence()).isEqualTo(sentence);
    return this;
  }

  /** Results show these fields, EDN, for the worst case of this type. */
  Verdicts show(String type, String... fields) {
    assertThat(Edn.print(((Seq) of(type).get(Keyword.of("errs"))).values().get(0)))
        .contains(fields);
    return this;
  }

  long count(String type) {
    return (Long) of(type).get(Keyword.of("count"));
  }

  private Map<?, ?> of(String type) {
    return (Map<?, ?>) result.details().get(type);
  }

  private List<String> types() {
    return ((Seq) result.details().get("error-types"))
        .values().stream().map(type -> ((Keyword) type).name()).toList();
  }

  private Finding finding(String type) {
    return result.findings().stream()
        .filter(finding -> finding.rule().name().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
