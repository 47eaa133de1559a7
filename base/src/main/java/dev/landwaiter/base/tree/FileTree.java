package dev.landwaiter.base.tree;

import java.util.Collection;
import java.util.Optional;
import java.util.SequencedMap;

/// Files by path, in the order of their paths' text.
public record FileTree(SequencedMap<String, TreeFile> byPath) {
  public Optional<TreeFile> file(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  public Collection<TreeFile> files() {
    return byPath.values();
  }
}
