package glomers.workbench.edn;

/**
 * A name that stands for itself, printed with a colon before it.
 *
 * @param name without the colon
 */
public record Keyword(String name) {
  /** The keyword of this name. */
  public static Keyword of(String name) {
    return new Keyword(name);
  }

  @Override
  public String toString() {
    return ":" + name;
  }
}
