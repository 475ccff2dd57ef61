package glomers.txnlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TreeTest {
  private final Map<String, Piece> known = new HashMap<>();
  private int names;

  private Tree tree(String top) {
    return new Tree(top, known, () -> "piece-" + ++names);
  }

  private static JsonElement list(int value) {
    JsonArray list = new JsonArray();
    list.add(value);
    return list;
  }

  /** The tree with one more list; its pieces are known from now on. */
  private String put(String top, int key, int value) {
    Tree tree = tree(top);
    tree.put("" + key, list(value));
    known.putAll(tree.added);
    return tree.top;
  }

  @Test
  void emptyTreeHasNoList() {
    Tree tree = tree("");
    assertThat(tree.get("1")).isEqualTo(JsonNull.INSTANCE);
    assertThat(tree.missing).isEmpty();
  }

  @Test
  @DisplayName("each version of the tree keeps its lists, whatever is put later")
  void keepsAllVersions() {
    Random random = new Random(1);
    Map<Integer, Integer> expected = new HashMap<>();
    Map<String, Map<Integer, Integer>> versions = new HashMap<>();
    String top = "";
    for (int i = 0; i < 3_000; i++) {
      int key = random.nextInt(2_000);
      top = put(top, key, i);
      expected.put(key, i);
      if (i % 500 == 0) {
        versions.put(top, Map.copyOf(expected));
      }
    }
    versions.put(top, expected);
    versions.forEach(
        (version, lists) -> {
          Tree tree = tree(version);
          for (int key = 0; key < 2_000; key++) {
            assertThat(tree.get("" + key))
                .isEqualTo(lists.containsKey(key) ? list(lists.get(key)) : JsonNull.INSTANCE);
          }
          assertThat(tree.missing).isEmpty();
        });
  }

  @Test
  @DisplayName("one more list costs the pieces on its way, and shares all others")
  void sharesPieces() {
    String top = "";
    for (int key = 0; key < 2_000; key++) {
      top = put(top, key, key);
    }
    Tree changed = tree(top);
    changed.put("700", list(0));
    assertThat(changed.added).hasSizeBetween(3, 4);
    assertThat(known.values()).allMatch(piece -> piece.entries().size() <= 32);
  }

  @Test
  void batchMakesNoPieceTwice() {
    Tree tree = tree("");
    for (int key = 0; key < 20; key++) {
      tree.put("" + key, list(key));
    }
    assertThat(tree.added).containsOnlyKeys(tree.top);
  }

  @Test
  void namesWhatIsMissing() {
    String top = "";
    for (int key = 0; key < 100; key++) {
      top = put(top, key, key);
    }
    known.keySet().retainAll(Set.of(top));
    Tree tree = tree(top);
    tree.get("1");
    tree.get("99");
    assertThat(tree.missing).hasSize(2).doesNotContain(top);
  }

  @Test
  @DisplayName("pieces that name each other in a circle are missing")
  void endsInCircle() {
    TreeMap<String, JsonElement> circle = new TreeMap<>(Map.of("1", new JsonPrimitive("circle")));
    known.put("circle", new Piece(false, circle));
    Tree tree = tree("circle");
    assertThat(tree.get("1")).isEqualTo(JsonNull.INSTANCE);
    tree.put("1", list(1));
    assertThat(tree.missing).containsOnly("circle");
  }

  @Test
  @DisplayName("the empty tree is empty, whatever somebody calls it")
  void emptyTreeStaysEmpty() {
    known.put("", new Piece(true, new TreeMap<>(Map.of("1", list(1)))));
    assertThat(tree("").get("1")).isEqualTo(JsonNull.INSTANCE);
  }

  @Test
  void branchMustNamePieces() {
    TreeMap<String, JsonElement> lists = new TreeMap<>(Map.of("1", list(1)));
    assertThat(new Piece(true, lists).isLeaf()).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> new Piece(false, lists));
    assertThatIllegalArgumentException().isThrownBy(() -> new Piece(false, new TreeMap<>()));
  }
}
