package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncarnationTest {
  @Test
  void namesNodeAndDiffersFromOthers() {
    List<String> ids = new ArrayList<>();
    TestNode.started(
        node -> {
          ids.add(Incarnation.idOf(node));
          ids.add(Incarnation.idOf(node));
        });
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("n1-[0-9a-f]+"));
  }
}
