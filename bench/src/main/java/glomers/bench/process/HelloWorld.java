package glomers.bench.process;

import java.io.IOException;

/** The smallest program on the JVM. It uses no other class, because it is alone in its jar. */
final class HelloWorld {
  private HelloWorld() {}

  public static void main(String[] args) throws IOException {
    System.out.println("Hello, world!");
    System.in.readAllBytes(); // lives until it has been measured
  }
}
