package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.syntax.Statement;

/// The physical lines of an instruction.
final class Pieces {
  private Pieces() {}

  /// The last line before its heredocs.
  static int lastLine(Statement statement) {
    return statement.heredocs().isEmpty()
        ? statement.lastLine()
        : statement.line().span().lastLine();
  }
}
