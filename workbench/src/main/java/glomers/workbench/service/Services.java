package glomers.workbench.service;

import glomers.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All services, by name. A new one is a class of its own and a line here. */
public final class Services {
  private static final SortedMap<String, Consumer<Node>> SERVERS = new TreeMap<>();

  private Services() {}

  /** The names, sorted. */
  public static List<String> names() {
    return new ArrayList<>(SERVERS.keySet());
  }

  /** What constructs the server of this service on its node. */
  public static Consumer<Node> server(String name) {
    return SERVERS.get(name);
  }
}
