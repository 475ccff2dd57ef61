package glomers.workbench.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Pages with places that are filled in, in the notation of Mustache. What is filled in is escaped.
 */
public final class Template {
  private static final String FOLDER = "/glomers/workbench/report/page/";
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().emptyStringIsFalse(true).withLoader(Template::reader);

  private Template() {}

  /** The page of this name, without its ending, with these values. */
  public static String filled(String name, Map<String, ?> values) {
    StringWriter out = new StringWriter();
    try {
      write(name, values, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** Writes the page of this name. */
  static void write(String name, Map<String, ?> values, Writer out) throws IOException {
    try {
      COMPILER.compile(reader(name)).execute(values, out);
    } catch (MustacheException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause; // such as that the disk is full
      }
      throw e;
    }
  }

  /** The address of a path, whose parts are unescaped names. */
  public static String href(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  private static Reader reader(String name) {
    return new StringReader(resource(FOLDER + name + ".html"));
  }

  /** The text of a file that the workbench was built with. */
  static String resource(String path) {
    try (InputStream in = Template.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the workbench was built without " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
