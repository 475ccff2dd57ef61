package glomers.raft;

/** A snapshot is taken of so many entries or more, once records have outgrown the last one. */
record Limits(int entries) {
  static final Limits DEFAULT = new Limits(250);
}
