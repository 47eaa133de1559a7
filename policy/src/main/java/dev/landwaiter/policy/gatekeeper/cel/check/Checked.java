package dev.landwaiter.policy.gatekeeper.cel.check;

import dev.landwaiter.policy.gatekeeper.cel.node.Program;

/// What came of compiling one expression.
public sealed interface Checked {
  /// An expression ready to be evaluated.
  record Fine(Program program) implements Checked {}

  /// An expression that is none, or of a wrong type.
  ///
  /// @param text what is wrong, as cel-go words it; may have several lines
  record Wrong(String text) implements Checked {}
}
