package dev.landwaiter.inventory;

import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;

/// Reads some files of a layer and says what they tell about its operating system and packages.
///
/// An analyzer keeps no state: the same object serves all layers at once.
public interface Analyzer {
  /// Unique id, as reports name it in `AnalyzedBy`.
  String id();

  /// Raised with every change of behaviour, so that cached results are not used again.
  int version();

  /// What else decides its results, such as an index it looks things up in; part of what cached
  /// results are kept under.
  default String settings() {
    return "";
  }

  /// Whether this file is needed; decided by path, size and mode alone.
  boolean wants(FileEntry file);

  /// Whether the wanted files of a layer are handed over together after the walk, because they
  /// explain each other, instead of one by one while it goes on.
  default boolean together() {
    return false;
  }

  /// Reads the files (one, unless [#together]) and adds what it found. What is wrong with a file is
  /// a problem added to the observations, never an exception.
  void analyze(FileTree files, Observations found);
}
