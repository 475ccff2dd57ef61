package glomers.bench.process;

import java.io.IOException;

/**
 * The least that a program on the JVM can do. It knows no other class, as it is alone in its jar.
 */
final class HelloWorld {
  private HelloWorld() {}

  public static void main(String[] args) throws IOException {
    System.out.println("Hello, world!");
    System.in.readAllBytes(); // lives until it was looked at
  }
}
