package glomers.protocol.json;

/** The outcome of reading text the fast way, without a tree. */
public sealed interface Reading<T> {
  /** The text was of the usual form, and well-formed. */
  record Usual<T>(T value) implements Reading<T> {}

  /**
   * The text was not of the usual form, whether wrong or only rare: it is to be read again by way
   * of a tree, which takes every form and names every fault.
   */
  record Unusual<T>() implements Reading<T> {}
}
