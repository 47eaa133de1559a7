package dev.landwaiter.base.version;

import java.util.List;

/// The frame most languages share: alternatives of clauses that must all hold.
final class ClauseConstraints {
  /// Judges one clause for a version that was read already.
  interface Judge {
    boolean holds(Clause clause) throws InvalidVersionException;
  }

  /// Turns one alternative into clauses.
  interface Reader {
    List<Clause> read(String alternative) throws InvalidVersionException;
  }

  private ClauseConstraints() {}

  /// Judges every clause, so that a broken alternative is an error wherever it stands.
  static boolean matches(String constraint, Reader reader, Judge judge)
      throws InvalidVersionException {
    boolean any = false;
    for (String alternative : Clause.alternatives(constraint)) {
      boolean all = true;
      for (Clause clause : reader.read(alternative)) {
        all &= judge.holds(clause);
      }
      any |= all;
    }
    return any;
  }
}
