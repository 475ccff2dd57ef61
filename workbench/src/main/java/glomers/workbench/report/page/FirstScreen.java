package glomers.workbench.report.page;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Findings;
import glomers.workbench.checker.Sentences;
import glomers.workbench.report.picture.MessageLabels;
import glomers.workbench.report.picture.SpacetimePicture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a report says first: which rules are broken, how often, and by what case first; and the
 * shortest run that fails alike, with its picture and its test.
 */
final class FirstScreen {
  /** So many rules are shown at once, the others when that is asked for. */
  private static final int RULES_FIRST = 3;

  private FirstScreen() {}

  /** The values of the page's places, by name. */
  static Map<String, Object> of(ReportInput input, List<Explanation> explanations) {
    Map<String, Object> context = new LinkedHashMap<>();
    List<Map<String, Object>> rules = new ArrayList<>();
    for (BrokenRule rule : BrokenRule.of(input.findings())) {
      rules.add(rule(rules.size() + 1, rule, explanations));
    }
    int first = Math.min(RULES_FIRST, rules.size());
    context.put("rules", rules.subList(0, first));
    context.put("moreRules", rules.subList(first, rules.size()));
    context.put("hasMoreRules", rules.size() > first);
    context.put("moreRulesCount", Sentences.count(rules.size() - first, "more rule"));
    context.put("promises", Findings.promises(input.findings()));
    context.put("remark", input.remark());
    context.put("shortest", input.shortest().map(FirstScreen::shortest).orElse(null));
    return context;
  }

  private static Map<String, Object> rule(
      int place, BrokenRule rule, List<Explanation> explanations) {
    List<Map<String, Object>> cases =
        rule.cases().stream()
            .filter(one -> one.number() <= ReportPage.FINDINGS_MAX)
            .map(one -> oneCase(one, explanations))
            .toList();
    Findings.Cases all = rule.all();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("place", place);
    values.put("rule", rule.rule().fullName());
    values.put("demand", rule.rule().text());
    values.put("origin", rule.origin());
    values.put("validity", rule.first().validity().name().toLowerCase(Locale.ROOT));
    values.put("count", all.inCommon());
    // A rule whose cases all come after those that are listed has its first one nevertheless.
    values.put(
        "first", cases.isEmpty() ? oneCase(rule.cases().get(0), explanations) : cases.get(0));
    List<Map<String, Object>> others = cases.subList(Math.min(1, cases.size()), cases.size());
    values.put("others", others);
    values.put("hasOthers", !others.isEmpty());
    values.put("othersCount", Sentences.count(all.count() - 1, "more case"));
    long unlisted = all.count() - 1 - others.size();
    values.put(
        "more", unlisted == 0 ? "" : "… and " + unlisted + " more: see the results at the end.");
    return values;
  }

  private static Map<String, Object> oneCase(BrokenRule.Case one, List<Explanation> explanations) {
    Finding finding = one.finding();
    return Map.of(
        "number", one.number(),
        "sentence", finding.sentence(),
        "transactions", String.join("\n", finding.lines()),
        "messages", explanations.get(one.number() - 1).sentence(),
        "hasLink", one.number() <= ReportPage.FINDINGS_MAX);
  }

  private static Map<String, Object> shortest(ShortRun run) {
    DrawnEvents drawn = DrawnEvents.of(run.events(), run.finding());
    return Map.of(
        "summary", run.summary(),
        "sentence", run.finding().map(Finding::sentence).orElse(""),
        "transactions", run.finding().map(found -> String.join("\n", found.lines())).orElse(""),
        "picture",
            SpacetimePicture.inline(
                drawn.events(), run.nodes(), new MessageLabels(run.events(), run.finding())),
        "note", drawn.note(),
        "source", run.source());
  }
}
