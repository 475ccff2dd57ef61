package glomers.workbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaLiteralTest {
  @Test
  void literalsAreJava() {
    assertThat(JavaLiteral.of("a\"\\\n\u00e9")).isEqualTo("\"a\\\"\\\\\\n\\u00e9\"");
    assertThat(JavaLiteral.of(List.of(1L, "k"))).isEqualTo("List.of(1L, \"k\")");
    List<Object> withNull = new ArrayList<>();
    withNull.add(null);
    assertThat(JavaLiteral.of(withNull)).isEqualTo("Arrays.asList((Object) null)");
    assertThat(JavaLiteral.of(Map.of("k", 2L))).isEqualTo("Map.ofEntries(Map.entry(\"k\", 2L))");
  }
}
