package dev.landwaiter.policy.input.hcl;

import java.util.List;

/// A node of what HCL 1 or its JSON form says.
sealed interface Hcl1Node {
  int from();

  int to();

  record Literal(Hcl1Token token) implements Hcl1Node {
    @Override
    public int from() {
      return token.from();
    }

    @Override
    public int to() {
      return token.to();
    }
  }

  record Elements(List<Hcl1Node> elements, int from, int to) implements Hcl1Node {}

  /// What stands in braces, or the whole file.
  record Braces(List<Item> items, int from, int to) implements Hcl1Node {}

  /// The items that share a key, without it.
  record Shared(List<Item> items, int from, int to) implements Hcl1Node {}

  /// A value with the keys before it: `a "b" "c" {` has three.
  record Item(List<Hcl1Token> keys, Hcl1Node value) {
    Item withoutFirstKey() {
      return new Item(keys.subList(1, keys.size()), value);
    }
  }
}
