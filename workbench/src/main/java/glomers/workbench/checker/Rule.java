package glomers.workbench.checker;

/**
 * A rule that a history must satisfy.
 *
 * @param name how results call it, such as {@code lost} or {@code G1a}; the name that Jepsen,
 *     Maelstrom or Elle has for it where there is one
 * @param title what textbooks call a case of it, such as "write skew"; empty if the name says it
 * @param text the demand as a sentence, such as "each node must answer a final read"
 * @param isStricter whether Maelstrom lets a history pass that breaks it; the workbench's README
 *     lists these rules with their reasons
 * @param cases what several cases have in common, to follow their number, such as "values were lost
 *     although they were acknowledged"; empty if there is no short way to say it
 * @param promise what was asked for, and is not kept if the rule is broken: the name of a
 *     consistency model, and what that promises, as a sentence; empty if the rule always counts
 */
public record Rule(
    String name, String title, String text, boolean isStricter, String cases, String promise) {
  /** A rule that Maelstrom has, too. */
  public static Rule of(String name, String text) {
    return new Rule(name, "", text, false, "", "");
  }

  /** A rule that Maelstrom does not have. */
  public static Rule stricter(String name, String text) {
    return new Rule(name, "", text, true, "", "");
  }

  /** The same, which says so what textbooks call a case of it. */
  public Rule withTitle(String inTextbooks) {
    return new Rule(name, inTextbooks, text, isStricter, cases, promise);
  }

  /** The same, which says so what several cases have in common. */
  public Rule withCases(String inCommon) {
    return new Rule(name, title, text, isStricter, inCommon, promise);
  }

  /** The same, which counts for it is part of a promise that was asked for. */
  public Rule withPromise(String sentence) {
    return new Rule(name, title, text, isStricter, cases, sentence);
  }

  /** What textbooks call it, then its name. */
  public String fullName() {
    return title.isEmpty() ? name : title + " (" + name + ")";
  }
}
