package glomers.workbench.plan;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/**
 * What a test has to write to get a function again.
 *
 * @param source an expression of Java; if there is none, a comment in its place, so that the test
 *     does not compile before a person has filled it in
 * @param isKnown whether it is an expression
 * @param packageName the package in which it means that; empty if that is unknown
 */
public record Expression(String source, boolean isKnown, String packageName) {
  /** A function that knows its expression. */
  public interface Known {
    /** The expression. */
    Expression expression();
  }

  /**
   * The expression of a function. That of a serializable method reference is known; a lambda's code
   * is not, but where it stands.
   *
   * @param role what it is, in words, for the comment
   */
  public static Expression of(Object function, String role) {
    if (function instanceof Known known) {
      return known.expression();
    }
    try {
      Method method = function.getClass().getDeclaredMethod("writeReplace");
      method.setAccessible(true);
      if (method.invoke(function) instanceof SerializedLambda lambda) {
        return of(lambda, role);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // not serializable: nothing is known of it
    }
    return unknown(role, "");
  }

  private static Expression of(SerializedLambda lambda, String role) {
    String type = lambda.getImplClass();
    int end = type.lastIndexOf('/');
    String name = type.substring(end + 1).replace('$', '.');
    String in = type.substring(0, Math.max(end, 0)).replace('/', '.');
    String method = lambda.getImplMethodName();
    if (method.startsWith("lambda$")) {
      return unknown(role + ": the lambda in " + name + "." + method.split("\\$")[1], in);
    } else if (method.equals("<init>")) {
      return new Expression(name + "::new", true, in);
    }
    boolean isBound =
        lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic
            && lambda.getCapturedArgCount() > 0;
    if (!isBound) {
      return new Expression(name + "::" + method, true, in);
    }
    boolean isOwn = lambda.getCapturingClass().equals(type);
    return isOwn
        ? new Expression("this::" + method, true, in)
        : unknown(role + ": the method " + method + " of an object", in);
  }

  private static Expression unknown(String description, String in) {
    return new Expression("/* " + description.replace("*/", "* /") + " */", false, in);
  }
}
