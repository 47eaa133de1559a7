package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.run.Linter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lints the inputs of a run one after the other.
record Judging(Invocation invocation, Linter linter, Waiving waiving, IgnoreFiles ignoreFiles) {
  static Judging of(Invocation invocation, Linter.Options options, IgnoreFiles ignoreFiles)
      throws UsageException {
    return new Judging(invocation, new Linter(options), Waiving.of(invocation), ignoreFiles);
  }

  /// The day of the run.
  static LocalDate today(Invocation invocation) {
    return LocalDate.ofInstant(invocation.world().clock().instant(), ZoneOffset.UTC);
  }

  List<Linter.Outcome> all(List<Input> inputs) {
    List<Linter.Outcome> outcomes = new ArrayList<>();
    for (Input input : inputs) {
      outcomes.add(one(input.name(), input));
    }
    return outcomes;
  }

  /// Lints a text under another name.
  Linter.Outcome one(String name, Input input) {
    Optional<String> ignored = ignoreFiles.beside(input);
    return linter.lint(name, input.text(), ignored);
  }

  /// What is found in a text and not waived.
  List<Finding> findings(Input input) {
    return waiving.applied(one(input.name(), input).linted()).findings();
  }

  /// What is shown of each file.
  List<Linted> shown(List<Linter.Outcome> outcomes) {
    return outcomes.stream().map(each -> waiving.applied(each.linted())).toList();
  }

  static List<Finding> findings(List<Linted> files) {
    return files.stream().flatMap(each -> each.findings().stream()).toList();
  }

  /// Whether any file could not be read as a Dockerfile.
  static boolean unread(List<Linted> files) {
    return files.stream().anyMatch(each -> each.findings().stream().anyMatch(Linted::unreadable));
  }
}
