package glomers.workbench.trace;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import glomers.workbench.network.LossReason;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A recording as a file: lines of JSON, compressed by gzip. The first one counts, each other one is
 * a message that arrived or was lost.
 */
public final class MessageFile {
  private static final Gson GSON = new Gson();

  private MessageFile() {}

  private record Head(long sent, long leftOut) {}

  private record Line(
      long id, String src, String dest, long sent, long end, String lost, String body) {}

  /** Writes all rows. */
  public static void write(Recording recording, Path file) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        Writer out =
            new BufferedWriter(
                new OutputStreamWriter(new FastGzip(bytes), StandardCharsets.UTF_8), 1 << 16)) {
      out.append(GSON.toJson(new Head(recording.sentCount(), recording.leftOut()))).append('\n');
      List<String> names = recording.names();
      JsonWriter json = new JsonWriter(out);
      json.setStrictness(Strictness.LENIENT); // more than one value
      for (int row = 0; row < recording.size(); row++) {
        json.beginObject().name("id").value(recording.id(row));
        json.name("src").value(names.get(recording.src(row)));
        json.name("dest").value(names.get(recording.dest(row)));
        json.name("sent")
            .value(recording.sentNanos(row))
            .name("end")
            .value(recording.endNanos(row));
        if (recording.loss(row).isPresent()) {
          json.name("lost").value(recording.loss(row).get().name());
        }
        json.name("body").value(recording.body(row)).endObject();
        out.append('\n');
      }
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if the file can't be read
   * @throws IllegalArgumentException if it is no such file; the message says what is wrong
   */
  public static Recording read(Path file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      Head head = GSON.fromJson(in.readLine(), Head.class);
      if (head == null) {
        throw new IllegalArgumentException("it is empty");
      }
      Recording recording = Recording.stored(head.sent(), head.leftOut());
      String line = in.readLine();
      while (line != null) {
        Line row = GSON.fromJson(line, Line.class);
        recording.restore(
            row.id(),
            row.src(),
            row.dest(),
            row.sent(),
            row.end(),
            row.lost() == null ? null : LossReason.valueOf(row.lost()),
            row.body());
        line = in.readLine();
      }
      return recording;
    } catch (JsonParseException | NullPointerException | EOFException | ZipException e) {
      throw new IllegalArgumentException("it is damaged: " + e.getMessage(), e);
    }
  }
}
