package glomers.workbench.run;

/** The phases of a test, in their order. */
public enum Phase {
  STARTING("starting nodes"),
  PREPARING("preparing nodes"),
  OPERATING("running operations"),
  RECOVERING("waiting for recovery"),
  ENDING("final operations");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  /** What a test does in it, in a word or two. */
  @Override
  public String toString() {
    return words;
  }
}
