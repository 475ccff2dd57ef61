package glomers.workbench.workload.txn;

import static glomers.workbench.checker.Validity.INVALID;
import static glomers.workbench.checker.Validity.UNKNOWN;
import static glomers.workbench.checker.Validity.VALID;
import static glomers.workbench.workload.txn.DataType.LIST_APPEND;
import static glomers.workbench.workload.txn.DataType.RW_REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small histories on which Maelstrom and this bench disagree, or once did. */
class MaelstromRulesTest {
  private static final String OTHERS = "8 ok a9=1\n--\n8 ok r9=1\n--\n";

  private static Arguments of(
      DataType type, String model, String history, Validity ours, Validity theirs) {
    return Arguments.of(type, model, history, ours, theirs);
  }

  static List<Arguments> histories() {
    return List.of(
        // Internal: a list that was there does not go away; nothing may be an empty list.
        of(LIST_APPEND, "read-atomic", OTHERS + "0 ok r0=[] r0=nil", INVALID, INVALID),
        of(LIST_APPEND, "read-atomic", OTHERS + "0 ok r0=nil r0=[]", VALID, VALID),
        of(LIST_APPEND, "read-atomic", "0 ok a0=1\n1 ok r0=nil r0=1", INVALID, VALID),
        of(
            RW_REGISTER,
            "read-atomic",
            "0 ok w0=1\n1 ok r0=nil r0=1\n--\n2 ok r0=1",
            INVALID,
            VALID),
        of(RW_REGISTER, "read-atomic", "0 ok w0=1\n1 ok r0=1 r0=nil", INVALID, INVALID),
        // Future reads of registers; of lists they are known to both.
        of(
            RW_REGISTER,
            "read-committed",
            "8 ok w9=1\n--\n8 ok r9=1\n0 ok r0=1 w0=1",
            INVALID,
            VALID),
        of(LIST_APPEND, "read-committed", OTHERS + "0 ok r0=1 a0=1", INVALID, INVALID),
        // Two lists of one length contradict each other: Maelstrom takes the last of a hash set.
        of(
            LIST_APPEND,
            "read-uncommitted",
            "0 ok a2=1 a0=1\n1 ok a2=2 a0=2\n--\n2 ok r2=2,1 r0=2,1\n3 ok r0=1,2",
            INVALID,
            INVALID),
        of(
            LIST_APPEND,
            "read-uncommitted",
            "0 ok a2=1 a0=1\n1 ok a2=2 a0=2\n--\n3 ok r0=2,1\n2 ok r2=1,2 r0=1,2",
            INVALID,
            VALID),
        // A write of unknown outcome that was read has taken effect.
        of(RW_REGISTER, "read-committed", "0 info w0=1\n1 ok r0=1", VALID, INVALID),
        of(RW_REGISTER, "strict-serializable", "0 ok r0=1\n--\n1 info w0=1", INVALID, VALID),
        of(
            RW_REGISTER,
            "strict-serializable",
            "0 info w0=1\n--\n1 ok r0=1\n--\n2 ok r0=nil",
            INVALID,
            VALID),
        of(
            RW_REGISTER,
            "snapshot-isolation",
            "0 info w2=2 w1=1\n--\n1 ok r1=nil r2=2\n2 ok w1=6",
            INVALID,
            VALID),
        // Phantoms: Maelstrom's checker of lists breaks down on one in its order of versions.
        of(LIST_APPEND, "serializable", "0 ok a0=1\n--\n1 ok r0=1,9", INVALID, UNKNOWN),
        of(RW_REGISTER, "serializable", "0 ok w0=1\n--\n1 ok r0=1\n2 ok r0=9", INVALID, VALID),
        // Nothing depends on anything.
        of(LIST_APPEND, "strict-serializable", "0 ok r0=nil\n--\n1 ok r0=nil", UNKNOWN, VALID),
        of(LIST_APPEND, "serializable", "0 ok r0=nil\n--\n1 ok r0=nil", UNKNOWN, UNKNOWN),
        of(RW_REGISTER, "read-committed", "0 ok w0=1\n1 ok w1=1", UNKNOWN, INVALID),
        // Own appends in another order.
        of(
            LIST_APPEND,
            "read-committed",
            "0 ok a0=1 a0=2\n1 ok a0=3\n--\n2 ok r0=2,1,3",
            INVALID,
            VALID));
  }

  @ParameterizedTest
  @MethodSource("histories")
  @DisplayName("strictly and by Maelstrom's rules the verdict is the one that is known to be right")
  void verdictsAreThoseOfEach(
      DataType type, String model, String history, Validity ours, Validity theirs) {
    Result result =
        new TxnChecker(
                type, List.of(ConsistencyModel.named(model)), List.of(), Duration.ofSeconds(30))
            .check(TxnNotation.of(type, history));
    assertThat(result.validity()).as(history).isEqualTo(ours);
    assertThat(result.by(Rules.MAELSTROM).validity()).as(history).isEqualTo(theirs);
    if (ours.compareTo(theirs) > 0) {
      assertThat(result.findings().get(0).isStricter()).isTrue();
    }
  }
}
