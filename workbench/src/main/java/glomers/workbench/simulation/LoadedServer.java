package glomers.workbench.simulation;

import glomers.node.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Function;

/** Constructs the server of a packaged part on nodes, as {@link ServerLoader} has found it. */
public final class LoadedServer implements Function<Node, Object> {
  private final Constructor<?> constructor;
  private final ServerInspection inspection;

  LoadedServer(Constructor<?> constructor, ServerInspection inspection) {
    this.constructor = constructor;
    this.inspection = inspection;
  }

  /** What the server does that makes runs differ from one time to the next. */
  public List<String> warnings() {
    return inspection.warnings();
  }

  @Override
  public Object apply(Node node) {
    try {
      return constructor.newInstance(node);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the server can't be constructed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server can't be constructed", e);
    }
  }
}
