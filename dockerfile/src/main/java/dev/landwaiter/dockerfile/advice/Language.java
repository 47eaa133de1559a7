package dev.landwaiter.dockerfile.advice;

import java.util.List;

/// What is known of programs of one kind: how they are recognised, which bases they run on, how
/// building and shipping are told apart.
interface Language {
  /// As a report names it.
  String id();

  /// Whether a stage runs or builds such a program.
  boolean speaks(Stage stage);

  /// Whether what runs is one file in machine code, which needs nothing of its base but libraries.
  default boolean compiled() {
    return false;
  }

  /// Bases that could hold it, the smallest first.
  ///
  /// @param stage the one that tells the language; needs are those of the shipped one
  List<BaseChoice> bases(Stage stage, Needs needs);

  /// How one stage becomes two.
  Planned plan(Stage stage, Needs needs);
}
