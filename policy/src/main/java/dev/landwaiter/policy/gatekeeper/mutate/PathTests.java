package dev.landwaiter.policy.gatekeeper.mutate;

import java.util.ArrayList;
import java.util.List;

/// What must hold on the way to a location: which places must exist, and which must not.
final class PathTests {
  static final PathTests NONE = new PathTests(List.of());

  enum Condition {
    MUST_EXIST,
    MUST_NOT_EXIST
  }

  /// A condition on the place that so many steps of the location lead to.
  record Test(int steps, Condition condition) {}

  private final List<Test> tests;

  PathTests(List<Test> tests) {
    this.tests = List.copyOf(tests);
  }

  PathTests and(Test test) {
    List<Test> all = new ArrayList<>(tests);
    all.add(test);
    return new PathTests(all);
  }

  /// Whether the place after so many steps may be there.
  boolean allowsPresent(int steps) {
    return !tests.contains(new Test(steps, Condition.MUST_NOT_EXIST));
  }

  /// Whether the place after so many steps may be missing.
  boolean allowsMissing(int steps) {
    return !tests.contains(new Test(steps, Condition.MUST_EXIST));
  }
}
