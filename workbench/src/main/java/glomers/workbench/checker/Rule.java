package glomers.workbench.checker;

/**
 * A rule that a history must satisfy.
 *
 * @param name how results call it, such as {@code lost} or {@code G1a}; the name that Jepsen,
 *     Maelstrom or Elle has for it where there is one
 * @param text the demand as a sentence, such as "each node must answer a final read"
 * @param isStricter whether Maelstrom lets a history pass that breaks it; the workbench's README
 *     lists these rules with their reasons
 * @param cases what several cases have in common, to follow their number, such as "values were lost
 *     although they were acknowledged"; empty if there is no short way to say it
 */
public record Rule(String name, String text, boolean isStricter, String cases) {
  /** A rule that Maelstrom has, too. */
  public static Rule of(String name, String text) {
    return new Rule(name, text, false, "");
  }

  /** A rule that Maelstrom does not have. */
  public static Rule stricter(String name, String text) {
    return new Rule(name, text, true, "");
  }

  /** The same, which says so what several cases have in common. */
  public Rule withCases(String inCommon) {
    return new Rule(name, text, isStricter, inCommon);
  }
}
