package glomers.protocol;

/**
 * The text is not of the usual form, whether wrong or only rare: it is to be read again by way of a
 * tree, which takes every form and names every fault. There is one of it, without a stack trace.
 */
final class UnusualTextException extends RuntimeException {
  static final UnusualTextException INSTANCE = new UnusualTextException();

  private static final long serialVersionUID = 1;

  private UnusualTextException() {
    super("unusual", null, false, false);
  }
}
