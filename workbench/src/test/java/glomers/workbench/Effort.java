package glomers.workbench;

/** How much a test tries: less in each build, more with {@code -Dglomers.thorough=true}. */
public final class Effort {
  private Effort() {}

  /** How often to try. */
  public static int of(int usually, int thoroughly) {
    return isThorough() ? thoroughly : usually;
  }

  public static boolean isThorough() {
    return Boolean.getBoolean("glomers.thorough");
  }
}
