package glomers.bench.process;

import glomers.protocol.Body;

/** The messages of the workload lin-kv. */
public final class LinKv {
  private LinKv() {}

  /** Sets a key. */
  public record Write(long key, long value) implements Body {}

  /** The key is set. */
  public record WriteOk() implements Body {}

  /** Asks for the value of a key. */
  public record Read(long key) implements Body {}

  /** The value. */
  public record ReadOk(long value) implements Body {}

  /** Sets a key if it has a value. */
  public record Cas(long key, long from, long to) implements Body {}

  /** It had, and is set. */
  public record CasOk() implements Body {}
}
