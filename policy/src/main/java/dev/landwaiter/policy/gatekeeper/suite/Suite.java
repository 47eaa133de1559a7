package dev.landwaiter.policy.gatekeeper.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One file of tests (reference, section 15). Paths in it are relative to its folder; empty texts
/// stand for what is missing.
///
/// @param name the file as it is reported
/// @param file where it is
public record Suite(String name, Path file, boolean skip, List<Test> tests) {
  public Suite {
    tests = List.copyOf(tests);
  }

  /// A template and a constraint, and what they say of objects.
  ///
  /// @param expansion an ExpansionTemplate
  /// @param invalid whether the constraint is to be refused
  public record Test(
      String name,
      String template,
      String constraint,
      String expansion,
      boolean invalid,
      boolean skip,
      List<Case> cases) {
    public Test {
      cases = List.copyOf(cases);
    }
  }

  /// An object and what is expected of it.
  ///
  /// @param inventory files of what policies know besides
  public record Case(
      String name,
      String object,
      List<String> inventory,
      boolean skip,
      List<Assertion> assertions) {
    public Case {
      inventory = List.copyOf(inventory);
      assertions = List.copyOf(assertions);
    }
  }

  /// What is expected of the violations of an object.
  ///
  /// @param message an expression; only violations whose message it matches are counted
  public record Assertion(Count count, Optional<String> message) {}

  /// How many violations are expected.
  public sealed interface Count {
    /// Whatever a suite says in words: `yes` for at least one, `no` for none.
    record Word(String word) implements Count {}

    record Exactly(int number) implements Count {}
  }
}
