package glomers.workbench.workload.set;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of {@link SetFullChecker}: adds findings, and what results show, to a result. */
final class SetRules {
  private static final int FINDINGS_MAX = 32;

  private static final Rule LOST =
      Rule.of("lost", "no value that was acknowledged or read may be lost")
          .withCases("values that were acknowledged, or read, are missing from all later reads");
  private static final Rule STABLE = Rule.of("stable", "at least one value must become stable");
  private static final Rule DUPLICATED =
      Rule.stricter("duplicated", "a read must not return a value more than once")
          .withCases("values were returned more than once by a single read");
  private static final Rule UNEXPECTED =
      Rule.stricter("unexpected", "a read must not return a value before anyone tried to add it")
          .withCases("values were read before anyone had tried to add them");
  private static final Rule REFUSED =
      Rule.stricter("refused", "a value whose add a definite error refused must not be read")
          .withCases("values were read although their add was refused");
  private static final Rule MISSING =
      Rule.stricter(
              "missing",
              "each node's final read must have every value that was acknowledged or read")
          .withCases("nodes lack values in their final reads");

  /** In some languages a number soon becomes a string, as a key of a map does. */
  private static final String NUMBERS =
      ": it is a string, and all values that are added are numbers";

  private final Result.Builder result;
  private final String addFunction;

  SetRules(Result.Builder result, String addFunction) {
    this.result = result;
    this.addFunction = addFunction;
  }

  void lost(List<SetElement> lost) {
    result.findings(lost, FINDINGS_MAX, this::lost);
  }

  private Finding lost(SetElement element) {
    boolean acknowledged = element.known.f().equals(addFunction);
    return Finding.invalid(
            LOST,
            Sentences.format(
                "Value %s was %s by %s; the read of %s that began at %s lacks it, and no"
                    + " later read has it.",
                Edn.print(element.value),
                acknowledged ? "acknowledged" : "returned",
                element.known.at(),
                element.lastAbsent.node(),
                element.lastAbsent.seconds()))
        .withOps(List.of(element.known, element.lastAbsent))
        .withNodes(List.of(element.known.node(), element.lastAbsent.node()))
        .withValues(List.of(element.value));
  }

  void nothingStable() {
    result.finding(
        Finding.unknown(
            STABLE,
            "No value was seen by a read that no later read contradicts: there is too little to"
                + " judge by."));
  }

  void duplicates(List<SetElement> duplicates) {
    Map<Object, Integer> times = new LinkedHashMap<>();
    duplicates.forEach(element -> times.put(element.value, element.timesInOneRead));
    result.findings(duplicates, FINDINGS_MAX, SetRules::duplicate);
    result.detail("duplicated-count", times.size());
    result.detail("duplicated", times);
  }

  private static Finding duplicate(SetElement element) {
    Op read = element.readMostOften;
    return about(
            DUPLICATED,
            element,
            Sentences.format(
                "was returned %,d times by a single read: by %s",
                element.timesInOneRead, read.at()))
        .withOps(List.of(read))
        .withNodes(List.of(read.node()));
  }

  void unexpected(List<SetElement> unexpected) {
    if (!unexpected.isEmpty()) {
      SetFullChecker.putList(result, "unexpected", unexpected);
      result.findings(
          unexpected,
          FINDINGS_MAX,
          element ->
              about(
                  UNEXPECTED,
                  element,
                  "was read before anyone had tried to add it"
                      + (element.value instanceof String ? NUMBERS : "")));
    }
  }

  void refused(List<SetElement> refused) {
    if (!refused.isEmpty()) {
      SetFullChecker.putList(result, "refused", refused);
      result.findings(refused, FINDINGS_MAX, SetRules::refused);
    }
  }

  private static Finding refused(SetElement element) {
    return about(
            REFUSED,
            element,
            Sentences.format(
                "was refused by %s with the definite error %s at %s; the read of %s that began"
                    + " at %s has it",
                element.refused.node(),
                Edn.print(element.refused.error()),
                element.refused.seconds(),
                element.lastPresent.node(),
                element.lastPresent.seconds()))
        .withOps(List.of(element.refused, element.lastPresent))
        .withNodes(List.of(element.refused.node(), element.lastPresent.node()));
  }

  private static Finding about(Rule rule, SetElement element, String what) {
    Finding finding = Finding.invalid(rule, "Value " + Edn.print(element.value) + " " + what + ".");
    return element.value == null ? finding : finding.withValues(List.of(element.value));
  }

  void missing(MissingElements missing) {
    if (!missing.byNode().isEmpty()) {
      result.detail("missing-count", missing.count());
      result.detail("missing", missing.byNode());
      missing.byNode().forEach((node, values) -> result.finding(missing(node, values)));
    }
  }

  private static Finding missing(String node, List<Object> values) {
    List<Object> shown = values.subList(0, Math.min(values.size(), FINDINGS_MAX));
    List<String> printed = new ArrayList<>();
    shown.forEach(value -> printed.add(Edn.print(value)));
    return Finding.invalid(
            MISSING,
            Sentences.format(
                "The final read of %s lacks %,d %s acknowledged or read elsewhere: %s%s.",
                node,
                values.size(),
                values.size() == 1 ? "value that was" : "values that were",
                String.join(", ", printed),
                shown.size() < values.size() ? ", …" : ""))
        .withNodes(List.of(node))
        .withValues(shown);
  }
}
