package dev.landwaiter.base.finding;

import java.util.Locale;

/// How a package came into a project; the ordinal is the number stored, the order below is not the
/// order of reports.
public enum Relationship {
  UNKNOWN,
  ROOT,
  WORKSPACE,
  DIRECT,
  INDIRECT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
