package glomers.workbench.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses quickly: at the end of a run time counts for more than the last tenth of space. */
public final class FastGzip extends GZIPOutputStream {
  /** Compresses into this stream. */
  public FastGzip(OutputStream out) throws IOException {
    super(out, 1 << 16);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
