package glomers.workbench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the files of a run to the store, and remembers those that could not be written. A full
 * disk must not cost the verdict, so that failures are reported after the verdict. Not safe for use
 * by many threads.
 */
public final class StoreWriter {
  private final Map<String, String> lost = new LinkedHashMap<>();

  /** Something that writes to the store. */
  public interface Writing {
    /**
     * Writes.
     *
     * @throws IOException if it can't, as may {@link UncheckedIOException}
     */
    void run() throws IOException;
  }

  /** Writes; if that fails, remembers what is lost. */
  public void write(String what, Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      lose(what, e);
    } catch (UncheckedIOException e) {
      lose(what, e.getCause());
    }
  }

  /** Something was lost already. */
  public void lose(String what, IOException reason) {
    lost.putIfAbsent(what, reason(reason));
  }

  /** A line about what was lost; empty if nothing was. */
  public Optional<String> problem() {
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    String each =
        lost.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        "Could not be kept: " + each + ". Free some space, or keep results elsewhere by --store.");
  }

  /** Why a file can't be written, in words. Those of many exceptions are its path and no more. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "there is a file that is no folder";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
