package glomers.workbench.checker;

/** Whose rules a run is judged by. */
public enum Rules {
  /** All rules of this test bench: Maelstrom's, and those that are stricter. */
  STRICT,
  /** Maelstrom's alone: the verdict is the one that Maelstrom gives. */
  MAELSTROM
}
