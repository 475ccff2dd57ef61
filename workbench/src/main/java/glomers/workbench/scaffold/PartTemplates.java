package glomers.workbench.scaffold;

/** The files of a new part, with names between @ to fill in. */
final class PartTemplates {
  static final String POM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <project xmlns="http://maven.apache.org/POM/4.0.0"
               xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
        <modelVersion>4.0.0</modelVersion>

        <parent>
          <groupId>glomers</groupId>
          <artifactId>glomers</artifactId>
          <version>1.0.0-SNAPSHOT</version>
        </parent>

        <artifactId>@NAME@</artifactId>
        <name>@NAME@</name>

        <properties>
          <main.class>@PACKAGE@.Main</main.class>
        </properties>

        <dependencies>
          <dependency>
            <groupId>glomers</groupId>
            <artifactId>common</artifactId>
          </dependency>
          <dependency>
            <groupId>glomers</groupId>
            <artifactId>workbench</artifactId>
            <scope>test</scope>
          </dependency>
        </dependencies>
      </project>
      """;

  static final String MAKE =
      """
      # What `make run MODULE=@NAME@` tests.
      WORKLOAD := @WORKLOAD@
      FLAGS    := --node-count 3 --time-limit 10 --rate 10
      """;

  static final String README =
      """
      # @NAME@

      The workload `@WORKLOAD@`: @SUMMARY@.

      ## What happens

      ```sh
      make sim MODULE=@NAME@ SEED=1
      ```

      ## The idea

      ## The code

      The handlers are in `Server`.

      ## It works

      ```sh
      make run MODULE=@NAME@
      ```

      ## What it costs

      ## Try it yourself

      ## Sources
      """;

  static final String MAIN =
      """
      package @PACKAGE@;

      import glomers.node.StdioRuntime;

      /** Runs a {@link Server} on standard input and output. */
      public final class Main {
        private Main() {}

        public static void main(String[] args) {
          StdioRuntime.run(Server::new);
        }
      }
      """;

  static final String PACKAGE =
      """
      /** The workload @WORKLOAD@: @SUMMARY@. */
      package @PACKAGE@;
      """;

  static final String SERVER =
      """
      package @PACKAGE@;

      import glomers.node.Node;
      import glomers.node.Request;
      import glomers.protocol.Body;
      import glomers.protocol.ErrorCode;
      import glomers.protocol.RpcException;

      /** Answers the requests of the workload @WORKLOAD@: its handlers are to be written. */
      final class Server {
        Server(Node node) {
      @REGISTRATIONS@  }

      @HANDLERS@}
      """;

  static final String HANDLER =
      """
        private Body @HANDLER@(Request<@REQUEST@> request) {
          throw new RpcException(ErrorCode.NOT_SUPPORTED, "write Server.@HANDLER@");
        }
      """;

  static final String TEST =
      """
      package @PACKAGE@;

      import static org.assertj.core.api.Assertions.assertThatThrownBy;

      import glomers.protocol.RpcException;
      import glomers.workbench.simulation.Scenario;
      import java.time.Duration;
      import org.junit.jupiter.api.Test;

      /**
       * One step after the other. When the handlers are written, add a sweep, which the rules of the
       * workload judge; each seed draws the settings that it does not fix:
       *
       * <pre>{@code
       * @SeedTest(100)
       * void keepsItsPromises(long seed) {
       *   Simulation.of(Server::new).workload("@WORKLOAD@").nodes(3).nemesis("partition")
       *       .seed(seed).run().assertValid();
       * }
       * }</pre>
       */
      class ServerTest {
        /** Expects what the new server does; change it as you write the handlers. */
        @Test
        void refusesRequestsThatItHasNoHandlerFor() {
          Scenario<Server> scenario = Scenario.of(Server::new, 3, Duration.ofMillis(100), 1);
          assertThatThrownBy(() -> scenario.call("n0", @REQUEST@, @REPLY@.class))
              .isInstanceOf(RpcException.class)
              .hasMessageContaining("not-supported");
        }
      }
      """;

  private PartTemplates() {}
}
