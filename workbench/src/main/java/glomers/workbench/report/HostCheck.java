package glomers.workbench.report;

import java.util.Locale;

/**
 * Tells requests that name this machine from those of a page elsewhere whose name was made to lead
 * here (DNS rebinding): such a page would be let read what is served.
 *
 * @param own the name or address that the server was told to listen on
 */
record HostCheck(String own) {
  /**
   * Whether a request with this {@code Host} may be answered: one that names an address, this
   * machine, or what the server listens on.
   *
   * @param header may have a port; null if the request has none
   */
  boolean allows(String header) {
    if (header == null) {
      return false;
    }
    String host = header.strip().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
    return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")
        || host.matches("\\[[0-9a-f:.]+(%[^\\]]+)?]")
        || host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals(own.toLowerCase(Locale.ROOT));
  }
}
