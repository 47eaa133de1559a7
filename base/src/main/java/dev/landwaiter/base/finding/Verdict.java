package dev.landwaiter.base.finding;

/// The three answers. An ERROR never passes.
public enum Verdict {
  PASS,
  FAIL,
  ERROR
}
